using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One person's name without the title. A sentence is no name.</summary>
internal static class NameReader
{
    private const int MostWords = 5;

    private static readonly FrozenSet<string> Titles = new[] { "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "rev", "revd", "reverend", "sir", "lady", "lord", "dame", "prof", "professor", "father", "sister", "mister", "missus", "master", "canon", "major", "captain", "colonel", "councillor", "cllr" }.ToFrozenSet();

    private static readonly ImmutableArray<string> Leads =
    [
        "my full name is", "her full name is", "his full name is", "full name is", "my names", "my name is", "my names", "her name is", "his name is", "their name is", "her names", "his names", "mums name is", "dads name is", "the name is", "the names", "names", "name is", "name", "its", "it is", "i am", "im", "this is", "thats", "that is", "hes", "shes", "he is", "she is", "they are", "theyre", "just call me", "you can call me", "please call me", "call me", "call her", "call him", "called", "known as", "put", "put down", "speaking to", "is", "just", "well", "erm", "um", "er", "oh", "hi", "hello", "yes", "ok", "so", "please", "and", "id like to be called", "i like to be called", "everyone calls me", "everybody calls me", "people call me", "they call me", "i go by", "call us",
    ];

    // Words of sentences; a name has none of them. (Names that are also words, such as Will, Rose or Mark, are not here.)
    private static readonly FrozenSet<string> NotNames =
        ("a an the and or but not no yes yeah ok okay i me my mine we us our ours you your yours he him his she her hers they them their theirs it its this that these those who whos whose what whats when where why how which is are was were be been am do dont does did didnt done have havent has had can cant could would wouldnt should wont same before as above already told tell telling say saying said ask asking asked know knows dunno none nobody noone nothing something somebody someone anyone mum mom mam dad mother father wife husband son daughter brother sister neighbour friend nan gran grandad uncle aunt auntie partner carer council rather prefer private skip pass back stop later now then just for of on in at to from with about because if so very really there here please thanks thank sorry help need want like mind business own too also one two both name names call called calls full first last middle maiden surname married spelt spelled ends hello hi bye test go going get got put see records system myself himself herself old new person people").Split(' ').ToFrozenSet();

    /// <summary>The name; null when it isn't plain.</summary>
    public static string? Read(string text, string question)
    {
        var line = Words.Line(text);
        if (Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line) || text.Contains('?', StringComparison.Ordinal) || text.Any(char.IsAsciiDigit) || text.Contains('@', StringComparison.Ordinal))
        {
            return null;
        }

        var wantsShort = Words.HasAny(question, "call you", "be called", "known as", "call her", "call him", "call them");
        var names = Pieces(text, wantsShort).Select(piece => Name(piece)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var isWhole = Words.HasAny(question, "full name", "whole name");
        return names is [var one] && (!isWhole || one.Contains(' ', StringComparison.Ordinal)) ? one : null;
    }

    private static IEnumerable<string> Pieces(string text, bool wantsShort)
    {
        var corrected = Corrections.Of(text.TrimEnd('.', '!', ' '));
        var clauses = corrected.After.Split([",", ";", "\n", "(", ")", " - ", " but ", " though ", " although ", ". ", " or rather ", " with a ", " with an ", " spelt ", " spelled ", " because ", " and i ", " and im "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isNickname = clauses.Select(clause => Words.HasAny(Words.Line(clause), "call me", "calls me", "call her", "call him", "calls her", "calls him", "known as", "nickname", "go by", "goes by", "called", "for short")).ToList();
        return clauses.Where((_, index) => wantsShort ? !isNickname.Contains(true) || isNickname[index] : !isNickname[index] || isNickname.TrueForAll(nickname => nickname));
    }

    private static string? Name(string piece)
    {
        var words = piece.Split([' ', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries).ToList();
        var wasCut = true;
        while (wasCut)
        {
            wasCut = false;
            foreach (var lead in Leads)
            {
                var parts = lead.Split(' ');
                if (words.Count >= parts.Length && parts.Select((part, at) => Plain(words[at]) == part).All(same => same))
                {
                    words.RemoveRange(0, parts.Length);
                    wasCut = true;
                }
            }

            if (words.Count > 1 && Titles.Contains(Plain(words[0])))
            {
                words.RemoveAt(0);
                wasCut = true;
            }
        }

        words = WithoutSpelling(words);
        var isName = words.Count is >= 1 and <= MostWords && words.TrueForAll(word => IsName(word)) && words.Exists(word => word.Count(char.IsLetter) > 1);
        return isName ? string.Join(' ', words.Select(Cased)) : null;
    }

    // "Ann Fowler A N N": letters one by one only repeat what was said.
    private static List<string> WithoutSpelling(List<string> words)
    {
        var single = words.Select(word => word.Trim('.').Length == 1).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var end = i;
            while (end < words.Count && single[end])
            {
                end++;
            }

            if (end - i >= 3)
            {
                return [.. words.Take(i), .. words.Skip(end)];
            }
        }

        return words;
    }

    private static bool IsName(string word)
    {
        var plain = Plain(word);
        return plain.Length is > 0 and <= 30 && !NotNames.Contains(plain) && !Titles.Contains(plain) && char.IsLetter(word[0]) && word.All(letter => char.IsLetter(letter) || letter is '\'' or '’' or '-' or '.');
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal).Trim('.', ':', '!');

    private static string Cased(string word)
    {
        var clean = word.Trim('!', ':').Replace('’', '\'');
        clean = clean.Length > 2 ? clean.TrimEnd('.') : clean;
        if (clean.Any(char.IsUpper) && clean.Any(char.IsLower))
        {
            return clean;
        }

        var titled = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(clean.ToLowerInvariant());
        return titled.Length > 2 && titled[1] == '\'' ? $"{titled[..2]}{char.ToUpperInvariant(titled[2])}{titled[3..]}" : titled;
    }
}
