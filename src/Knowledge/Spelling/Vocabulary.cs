using System.Collections.Frozen;

namespace TransformingLives.Knowledge.Spelling;

/// <summary>Puts a slip of the finger in a known word right ("unconsious", "comode"), and leaves every ordinary English word alone.</summary>
public sealed class Vocabulary
{
    private const int ShortestWord = 5;
    private const int LongestWord = 20;

    private readonly FrozenSet<string> known;
    private readonly FrozenDictionary<string, string> byPart;

    /// <param name="words">The words that are known, in lower case; the earlier of two that are equally near wins.</param>
    public Vocabulary(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var all = words.ToArray();
        known = all.ToFrozenSet(StringComparer.Ordinal);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in all.Where(word => word.Length is >= ShortestWord and <= LongestWord))
        {
            parts.TryAdd(word, word);
            foreach (var part in Shortened(word))
            {
                parts.TryAdd(part, word);
            }
        }

        byPart = parts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The known word that is one slip away; null when the word is known, ordinary, or like none.</summary>
    public string? Right(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
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
