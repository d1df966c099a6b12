using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading;

/// <summary>Keys hit at random: no word in it that could be one.</summary>
internal static class Gibberish
{
    private const int LongestRun = 4;

    /// <summary>True when no word of the text could be read.</summary>
    public static bool Is(string text)
    {
        var words = Words.All(text);
        return !words.IsEmpty && words.Any(word => word.Length > 3) && words.All(IsNoWord);
    }

    private static bool IsNoWord(string word)
    {
        if (word.Any(char.IsAsciiDigit) || word.Any(letter => letter > 127))
        {
            return false;
        }

        var vowels = word.Count(letter => "aeiouy".Contains(letter, StringComparison.Ordinal));
        return word.Length > LongestRun && (vowels == 0 || word.Distinct().Count() <= 2 || LongestWithoutVowel(word) > LongestRun);
    }

    private static int LongestWithoutVowel(string word)
    {
        var (run, longest) = (0, 0);
        foreach (var letter in word)
        {
            run = "aeiouy".Contains(letter, StringComparison.Ordinal) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
