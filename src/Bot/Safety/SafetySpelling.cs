using System.Collections.Frozen;
using TransformingLives.Knowledge.Spelling;

namespace TransformingLives.Bot.Safety;

/// <summary>Puts a slip of the finger in a word of danger right ("unconsious", "abmulance"), and leaves every ordinary English word alone.</summary>
internal sealed class SafetySpelling
{
    private const int ShortestWord = 5;
    private const int LongestWord = 20;

    private readonly FrozenSet<string> known;
    private readonly FrozenDictionary<string, string> byPart;

    /// <param name="words">The words that rules look for.</param>
    public SafetySpelling(IEnumerable<string> words)
    {
        known = words.ToFrozenSet(StringComparer.Ordinal);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in known.Where(word => word.Length is >= ShortestWord and <= LongestWord).Order(StringComparer.Ordinal))
        {
            parts.TryAdd(word, word);
            foreach (var part in Shortened(word))
            {
                parts.TryAdd(part, word);
            }
        }

        byPart = parts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The word of danger that is one slip away; null when the word is known, ordinary, or like none.</summary>
    public string? Right(string word)
    {
        if (word.Length is < ShortestWord or > LongestWord || known.Contains(word) || CommonWords.Contains(word))
        {
            return null;
        }

        // Two words are one slip apart when they meet after at most one letter is dropped from each.
        foreach (var part in Shortened(word).Prepend(word))
        {
            if (byPart.TryGetValue(part, out var found) && found[0] == word[0] && EditDistance.Between(word, found, 1) <= 1)
            {
                return found;
            }
        }

        return null;
    }

    private static IEnumerable<string> Shortened(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            yield return word.Remove(i, 1);
        }
    }
}
