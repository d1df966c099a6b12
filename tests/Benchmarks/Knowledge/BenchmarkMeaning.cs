using System.Collections.Concurrent;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>The product's general sentence model, each text once.</summary>
internal sealed class BenchmarkMeaning : IDisposable
{
    private readonly SentenceModel model = SentenceModel.TryLoad(SentenceModel.General) ?? throw new InvalidOperationException("The sentence model is not installed.");
    private readonly ConcurrentDictionary<string, float[]> known = new(StringComparer.Ordinal);

    public float[] Of(string text) => known.GetOrAdd(text, model.Embed);

    public void Dispose() => model.Dispose();
}
