using Microsoft.ML.Tokenizers;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Training;

/// <summary>Texts as the product's own model reads them, cut shorter: lessons are.</summary>
internal sealed class Tokens
{
    private const int Most = 96;

    private readonly BertTokenizer tokenizer = SentenceTokens.Tokenizer(Path.Combine(AppContext.BaseDirectory, "minilm"));

    public int[] Of(string text) => [.. tokenizer.EncodeToIds(SentenceTokens.Cleaned(text), Most, out _, out _, considerNormalization: false)];
}
