using System.Collections.Immutable;

namespace TransformingLives.Bot.Replies;

/// <summary>Cuts sentences that are too long at a semicolon, a colon, a dash or a comma before "and", "but" or "so". Words are never changed but for a capital.</summary>
internal static class ShortSentences
{
    /// <summary>The most words of an easy sentence (easy-read guidance).</summary>
    public const int MostWords = 20;

    private static readonly ImmutableArray<string> Places = ["; ", ": ", " – ", " - ", ", and ", ", but ", ", so ", ", or ", ", which ", ", because ", " and ", " so that ", " because ", ", "];

    /// <summary>The text with its long sentences cut.</summary>
    public static string Of(string text) => string.Join("\n", text.Split('\n').Select(Line));

    /// <summary>The sentences of a text.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' or '\n' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                yield return text[start..(i + 1)].Trim();
                start = i + 1;
            }
        }

        if (text[start..].Trim().Length > 0)
        {
            yield return text[start..].Trim();
        }
    }

    /// <summary>Number of words.</summary>
    public static int Count(string sentence) => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    private static string Line(string line) => string.Join(' ', Sentences(line).SelectMany(Cut));

    private static IEnumerable<string> Cut(string sentence)
    {
        if (Count(sentence) <= MostWords)
        {
            return [sentence];
        }

        foreach (var place in Places)
        {
            var at = Middle(sentence, place);
            if (at > 0)
            {
                var rest = sentence[(at + place.Length)..].TrimStart();
                return [.. Cut(sentence[..at].TrimEnd(',', ' ') + "."), .. Cut(char.ToUpperInvariant(rest[0]) + rest[1..])];
            }
        }

        return [sentence];
    }

    // The place nearest to the middle, with some words on each side; never inside of a link or strong words.
    private static int Middle(string sentence, string place)
    {
        var best = -1;
        for (var at = sentence.IndexOf(place, StringComparison.Ordinal); at > 0; at = sentence.IndexOf(place, at + 1, StringComparison.Ordinal))
        {
            var before = sentence[..at];
            var isInside = before.Count(letter => letter == '[') > before.Count(letter => letter == ')') || before.Split("**").Length % 2 == 0;
            if (!isInside && Count(before) >= 3 && Count(sentence[at..]) >= 4 && (best < 0 || Math.Abs(at - (sentence.Length / 2)) < Math.Abs(best - (sentence.Length / 2))))
            {
                best = at;
            }
        }

        return best;
    }
}
