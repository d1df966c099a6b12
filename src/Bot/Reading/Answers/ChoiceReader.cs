using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One of the options, or several: by its words, by its place in the list, or by other words for it.</summary>
internal static class ChoiceReader
{
    private static readonly ImmutableArray<string> Openers = ["not", "no", "never", "isnt", "wasnt", "dont", "cant", "anything", "except", "without", "rather", "nothing", "but", "doesnt", "instead"];

    /// <summary>The id of the one option; null when it isn't plain.</summary>
    public static string? One(Question question, string text)
    {
        var corrected = Corrections.Of(text);
        var found = Found(question, corrected.After, corrected.After);
        found = found.Length == 0 && !corrected.IsCorrected ? Found(question, text, text) : found;
        return found is [var one] ? one : null;
    }

    /// <summary>The ids of all options meant, in the form's order; empty for none.</summary>
    public static ImmutableArray<string> Many(Question question, string text)
    {
        var line = Words.Line(text);
        if (Exact(question, line) is { } exact)
        {
            return [exact];
        }

        if (IsAside(line) || text.TrimEnd().EndsWith('?'))
        {
            return [];
        }

        var byPlace = question.Options.Where((_, index) => Places(line, question.Options.Length).Contains(index)).Select(option => option.Id).ToImmutableArray();
        var byWords = Matches(question, line);
        var ids = byPlace.Length > 0 && byWords.Count == 0 ? byPlace : [.. question.Options.Where(option => byWords.Contains(option.Id)).Select(option => option.Id)];
        return ids.Length > 1 ? [.. ids.Where(id => id != "none")] : ids;
    }

    private static ImmutableArray<string> Found(Question question, string text, string said)
    {
        var line = Asides.WithoutSwearing(Words.Line(text));
        if (Exact(question, line) is { } exact)
        {
            return [exact];
        }

        if (IsAside(line) || said.TrimEnd().EndsWith('?') || Words.HasAny(line, "both", "either", "any", "all of them", "whichever", "dont mind", "not fussed", "all of the above", "depends", "varies", "in between", "somewhere between", "or"))
        {
            return [];
        }

        var places = Places(line, question.Options.Length);
        if (places.Count > 0)
        {
            return [.. places.Select(place => question.Options[place].Id)];
        }

        var matches = Matches(question, line);
        return matches.Count > 0 ? [.. matches] : [.. ByOneWord(question, line)];
    }

    /// <summary>"The back" for "Back door": a word that only one short option has, in an answer of few words.</summary>
    private static IEnumerable<string> ByOneWord(Question question, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2 && word is not ("the" or "and" or "for" or "with" or "not" or "can" or "some" or "need" or "look" or "after" or "own" or "all")).ToList();
        return words.Count > 3 || words.Exists(word => Openers.Contains(word)) || Words.HasAny(line, "not", "no") ? []
            : question.Options.Where(option => Words.All(option.Label) is { Length: <= 3 } label && words.Exists(word => label.Contains(word) && question.Options.Count(other => Words.All(other.Label).Contains(word)) == 1)).Select(option => option.Id);
    }

    private static bool IsAside(string line) => line.Trim().Length == 0 || Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line);

    private static string? Exact(Question question, string line)
    {
        var exact = question.Options.Where(option => Words.Line(option.Label) == line || option.Words.Any(word => Words.Line(word) == line)).ToList();
        return exact is [var one] ? one.Id : null;
    }

    /// <summary>"Number 3", "the second one", "last one", "b".</summary>
    private static List<int> Places(string line, int count)
    {
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        string[] numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var places = new List<int>();
        var isShort = words.Count <= 3 || words.TrueForAll(word => word is "and" or "number" or "option" or "numbers" or "the" or "one" or "please" or "its" or "id" or "say" or "go" or "for" or "i" or "think" || ordinals.Contains(word) || numbers.Contains(word) || char.IsAsciiDigit(word[0]));
        for (var i = 0; i < words.Count; i++)
        {
            var ordinal = Array.IndexOf(ordinals, words[i].Length > 2 && char.IsAsciiDigit(words[i][0]) && words[i][^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(words[i][..^2], out var nth) && nth is >= 1 and <= 10 ? ordinals[nth - 1] : words[i]);
            var isPick = i + 1 == words.Count || words[i + 1] is "one" or "option" or "and" or "please" or "on" or "some" or "of" or "then";
            var before = i > 0 ? words[i - 1] : "";
            if (ordinal >= 0 && isPick && !(words[i] == "second" && before == "every") && !(i + 1 < words.Count && words[i + 1] == "thing"))
            {
                places.Add(ordinal);
            }
            else if (words[i] is "last" or "bottom" && isPick)
            {
                places.Add(count - 1);
            }
            else if (words[i] is "middle" && isPick && count == 3)
            {
                places.Add(1);
            }
            else if (words[i] is "top" && isPick && i + 1 < words.Count && words[i + 1] == "one")
            {
                places.Add(0);
            }
            else if (words[i].Length == 1 && words[i][0] is >= 'a' and <= 'h' && (words.Count == 1 || before is "option" or "letter" or "answer"))
            {
                places.Add(words[i][0] - 'a');
            }
            else if (isShort || before is "number" or "option")
            {
                var number = int.TryParse(words[i], out var figures) ? figures - 1 : before is "number" or "option" || words.Count == 1 ? Array.IndexOf(numbers, words[i]) : -1;
                var isCounted = before is "number" or "option" or "and" or "" || words.Count <= 2 && before is "no" or "its";
                if (number >= 0 && isCounted && (words.Count == 1 || before.Length > 0 || words.Contains("and")))
                {
                    places.Add(number);
                }
            }
        }

        return places.TrueForAll(place => place < count) ? [.. places.Distinct()] : [];
    }

    /// <summary>Ids of the options whose words are said and not denied; a longer phrase hides the shorter ones in it.</summary>
    private static List<string> Matches(Question question, string line)
    {
        var spans = new List<(int Start, int End, string Id, bool IsDenied)>();
        foreach (var option in question.Options)
        {
            foreach (var phrase in option.Words.Select(word => Words.Line(word).Trim()).Append(Words.Line(option.Label).Trim()).Concat(ChoiceFamilies.For(option.Label)).Where(phrase => phrase.Length > 0).Distinct())
            {
                for (var at = line.IndexOf($" {phrase} ", StringComparison.Ordinal); at >= 0; at = line.IndexOf($" {phrase} ", at + 1, StringComparison.Ordinal))
                {
                    spans.Add((at, at + phrase.Length + 1, option.Id, IsDenied(line, at, phrase)));
                }
            }
        }

        var kept = spans.Where(span => !spans.Any(other => other.Start <= span.Start && other.End >= span.End && other.End - other.Start > span.End - span.Start)).ToList();
        var denied = kept.Where(span => span.IsDenied).Select(span => span.Id).ToHashSet();
        return [.. kept.Where(span => !denied.Contains(span.Id)).Select(span => span.Id).Distinct()];
    }

    private static bool IsDenied(string line, int at, string phrase)
    {
        if (Openers.Any(opener => phrase.StartsWith(opener + " ", StringComparison.Ordinal) || phrase == opener))
        {
            return false;
        }

        var before = line[..at].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var near = before.Skip(Math.Max(0, before.Length - 3)).ToList();
        var isBut = near.Contains("but") && !near.Contains("anything") && !near.Contains("nothing");
        return (isBut ? near.Skip(near.IndexOf("but") + 1) : near).Any(word => Openers.Contains(word) && word is not ("anything" or "nothing" or "rather" or "but") || word is "anything" or "nothing" && near.Contains("but"));
    }
}
