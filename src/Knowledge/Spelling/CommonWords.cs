using System.Collections.Frozen;

namespace TransformingLives.Knowledge.Spelling;

/// <summary>Ordinary English words: the whole words of the vocabulary of the language model (BERT's, 1810.04805, some 20,000).</summary>
public static class CommonWords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Load);

    /// <summary>It is an ordinary word; false for every word where the vocabulary is not installed.</summary>
    public static bool Contains(string word) => All.Value.Contains(word);

    private static FrozenSet<string> Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "minilm", "vocab.txt");
        return File.Exists(file)
            ? File.ReadLines(file).Where(word => word.Length > 2 && word.All(char.IsAsciiLetterLower)).ToFrozenSet(StringComparer.Ordinal)
            : FrozenSet<string>.Empty;
    }
}
