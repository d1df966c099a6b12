using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.Tokenizers;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>Turns a text into 384 numbers such that texts that mean the same are near each other: all-MiniLM-L6-v2, or our own made from it.</summary>
internal sealed class SentenceModel : IDisposable
{
    public const int Dimensions = 384;

    /// <summary>The model for whatever text (sentence-transformers, Apache-2.0).</summary>
    public const string General = "minilm-l6-v2";

    /// <summary>The same, taught by this repository's lessons what people say to a front door of social care (tests/Training).</summary>
    public const string Care = "care-l6-v2";

    /// <summary>A longer text is cut: what somebody wants stands near the beginning or is said again.</summary>
    private const int MostTokens = 128;

    private readonly BertTokenizer tokenizer;
    private readonly SessionOptions options;
    private readonly InferenceSession session;

    private SentenceModel(string folder, string name)
    {
        Name = name;
        tokenizer = SentenceTokens.Tokenizer(folder);

        // One thread for each text: people are many, texts are short, and threads that wait for each other's part take twice the processor's time.
        options = new SessionOptions { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        session = new InferenceSession(Path.Combine(folder, $"{name}.int8.onnx"), options);
    }

    /// <summary>What it is called, for instance <c>minilm-l6-v2</c>: vectors of two models have nothing to do with each other.</summary>
    public string Name { get; }

    /// <summary>Loads a model; null where its files are not installed.</summary>
    public static SentenceModel? TryLoad(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "minilm");
        return File.Exists(Path.Combine(folder, $"{name}.int8.onnx")) ? new SentenceModel(folder, name) : null;
    }

    /// <summary>The vector of a text, of length 1.</summary>
    public float[] Embed(string text)
    {
        var ids = tokenizer.EncodeToIds(SentenceTokens.Cleaned(text), MostTokens, out _, out _, considerNormalization: false).Select(id => (long)id).ToArray();
        var mask = new long[ids.Length];
        Array.Fill(mask, 1L);
        using var input = OrtValue.CreateTensorValueFromMemory(ids, [1, ids.Length]);
        using var attention = OrtValue.CreateTensorValueFromMemory(mask, [1, ids.Length]);
        using var run = new RunOptions();
        using var result = session.Run(run, ["input_ids", "attention_mask"], [input, attention], ["embedding"]);
        return result[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose()
    {
        session.Dispose();
        options.Dispose();
    }
}
