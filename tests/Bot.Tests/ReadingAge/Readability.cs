using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Tests.ReadingAge;

/// <summary>Flesch-Kincaid (Kincaid and others, 1975): the school year a text asks for, from the length of its sentences and words; a reading age is five more.</summary>
internal static partial class Readability
{
    /// <summary>Sentences of a text, without markup.</summary>
    public static IEnumerable<string> Sentences(string text) =>
        Ends().Split(Markup().Replace(text, " ")).Select(sentence => sentence.Trim()).Where(sentence => Words().Count(sentence) > 0);

    /// <summary>Reading age of some sentences together, in years.</summary>
    public static double Age(IEnumerable<string> sentences)
    {
        var (count, words, syllables) = (0, 0, 0);
        foreach (var sentence in sentences)
        {
            count++;
            foreach (Match word in Words().Matches(sentence))
            {
                words++;
                syllables += Syllables.Of(word.Value);
            }
        }

        return words == 0 ? 0 : (0.39 * words / count) + (11.8 * syllables / words) - 15.59 + 5;
    }

    /// <summary>Number of words.</summary>
    public static int Length(string sentence) => Words().Count(sentence);

    [GeneratedRegex(@"(?<=[.!?:])[""”)]*\s+|\n\s*\n|\n\s*[-*#>|]|\n\s*\d+\.")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\*\*|\{\{?[a-z_A-Z]+\}?\}|\[|\]\([^)]*\)|https?://\S+|^#+", RegexOptions.Multiline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[A-Za-z][A-Za-z'’-]*")]
    private static partial Regex Words();
}
