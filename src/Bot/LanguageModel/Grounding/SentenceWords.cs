using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.LanguageModel.Grounding;

/// <summary>A sentence as the words that carry its meaning, clause by clause: little words gone, contractions written out, harder words made easier.</summary>
/// <param name="Clauses">Its clauses in order.</param>
internal sealed partial record SentenceWords(ImmutableArray<Clause> Clauses)
{
    /// <summary>Words that may come and go: none of them changes what is promised.</summary>
    private static readonly FrozenSet<string> Little = ["a", "an", "the", "and", "also", "please", "that", "which"];

    /// <summary>Words on which a sentence turns: not, only, if, must, may. A sentence with one of them stays whole.</summary>
    private static readonly FrozenSet<string> Turning = (
        "no not none nobody nothing never neither nor cannot without unless except instead avoid stop only if when whenever while until before after who whose whom whether where because "
        + "must should shall will would may might could need needs have has had depends depend some most many any few all every each always usually often sometimes mostly rarely both either or but however though although than otherwise least more less up over under").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Binding = ["for", "with", "in", "at", "by", "on", "from", "to", "of", "during", "as", "per", "about", "near", "through", "into", "within", "aged"];

    /// <summary>All its words.</summary>
    public ImmutableArray<string> All => [.. Clauses.SelectMany(clause => clause.Words)];

    /// <summary>Something turns on a word of it, so nothing may be left out.</summary>
    public bool IsWhole => Clauses.Any(clause => clause.Words.Any(Turning.Contains));

    /// <param name="text">The sentence.</param>
    /// <param name="easier">Harder words and what they become, from <c>content/prompts</c>.</param>
    public static SentenceWords Of(string text, ImmutableArray<EasierWord> easier) =>
        new([.. Cuts().Split(text).Where(part => part.Any(char.IsLetterOrDigit)).Select((part, index) => ClauseOf(part, index, easier))]);

    /// <summary>A sentence turns on this word.</summary>
    public static bool IsTurning(string word) => Turning.Contains(word);

    /// <summary>The words of a text as they are written.</summary>
    public static IEnumerable<string> Written(string text) => Word().Matches(text).Select(match => match.Value);

    private static Clause ClauseOf(string part, int index, ImmutableArray<EasierWord> easier)
    {
        var written = Written(part).ToList();
        var words = Easier([.. written.SelectMany(WrittenOut).Where(word => !Little.Contains(word))], easier);
        var first = written.Select(word => word.ToLowerInvariant()).FirstOrDefault(word => !Little.Contains(word)) ?? "";
        var mayGo = index > 0 && words.Length > 0 && !Binding.Contains(first) && !words.Any(word => Turning.Contains(word) || Person.Contains(word) || word.Any(char.IsDigit)) && !written.Any(word => char.IsUpper(word[0]));
        return new Clause(words, mayGo);
    }

    private static readonly FrozenSet<string> Person = ["i", "me", "my", "you", "your", "we", "us", "our", "he", "him", "his", "she", "her", "they", "them", "their", "it", "its"];

    private static IEnumerable<string> WrittenOut(string word)
    {
        var small = word.Replace('’', '\'').ToLowerInvariant();
        return small switch
        {
            "can't" or "cannot" => ["can", "not"],
            "won't" => ["will", "not"],
            "shan't" => ["shall", "not"],
            "it's" or "that's" or "there's" or "here's" or "what's" => [small[..^2], "is"],
            _ when small.EndsWith("n't", StringComparison.Ordinal) => [small[..^3], "not"],
            _ when small.EndsWith("'ll", StringComparison.Ordinal) => [small[..^3], "will"],
            _ when small.EndsWith("'re", StringComparison.Ordinal) => [small[..^3], "are"],
            _ when small.EndsWith("'ve", StringComparison.Ordinal) => [small[..^3], "have"],
            _ when small.EndsWith("'d", StringComparison.Ordinal) => [small[..^2], "would"],
            _ when small == "i'm" => ["i", "am"],
            _ => [small],
        };
    }

    private static ImmutableArray<string> Easier(ImmutableArray<string> words, ImmutableArray<EasierWord> easier)
    {
        foreach (var pair in easier)
        {
            for (var at = 0; at + pair.From.Length <= words.Length; at++)
            {
                if (words.AsSpan(at, pair.From.Length).SequenceEqual(pair.From.AsSpan()))
                {
                    words = words.RemoveRange(at, pair.From.Length).InsertRange(at, pair.To);
                    at += pair.To.Length - 1;
                }
            }
        }

        return words;
    }

    [GeneratedRegex(@"£?\d(?:[\d,.:/]*\d)?[\p{L}%]*|\p{L}+(?:['’\-]\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // At commas and the like, but not within 1,000; at "and" only behind a comma, where it ends a list.
    [GeneratedRegex(@"(?<!\d)[,;](?!\d)|[,;]\s|(?<=,[^,;]*)\s(?=and\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Cuts();
}

/// <summary>A clause.</summary>
/// <param name="Words">Its words in order.</param>
/// <param name="MayGo">It is one more of a list: nobody is misled when it is left out.</param>
internal sealed record Clause(ImmutableArray<string> Words, bool MayGo);

/// <summary>Harder words and the easier ones that may stand for them.</summary>
internal sealed record EasierWord(ImmutableArray<string> From, ImmutableArray<string> To);
