using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>Vectors of a collection in a byte for each dimension: each is compared with the one asked for, which for 100,000 takes some milliseconds.</summary>
internal sealed class MeaningIndex
{
    private readonly sbyte[] rows;
    private readonly float[] scales;

    /// <param name="vectors">A vector of length 1 for each entry, in the order of the collection.</param>
    public MeaningIndex(IReadOnlyList<float[]> vectors)
    {
        rows = new sbyte[vectors.Count * SentenceModel.Dimensions];
        scales = new float[vectors.Count];
        for (var row = 0; row < vectors.Count; row++)
        {
            scales[row] = Quantise(vectors[row], rows.AsSpan(row * SentenceModel.Dimensions, SentenceModel.Dimensions));
        }
    }

    /// <summary>How many entries there are.</summary>
    public int Count => scales.Length;

    /// <summary>The nearest entries with their cosines, nearest first.</summary>
    public ImmutableArray<(int Entry, float Cosine)> Nearest(float[] vector, int count)
    {
        var asked = new sbyte[SentenceModel.Dimensions];
        var scale = Quantise(vector, asked);
        var best = new PriorityQueue<int, float>(count + 1);
        for (var row = 0; row < scales.Length; row++)
        {
            var cosine = Dot(asked, rows.AsSpan(row * SentenceModel.Dimensions, SentenceModel.Dimensions)) * scale * scales[row];
            if (best.Count < count)
            {
                best.Enqueue(row, cosine);
            }
            else if (best.TryPeek(out _, out var least) && cosine > least)
            {
                best.DequeueEnqueue(row, cosine);
            }
        }

        return [.. best.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => (item.Element, item.Priority))];
    }

    private static float Quantise(float[] vector, Span<sbyte> row)
    {
        var scale = Math.Max(vector.Max(MathF.Abs), 1e-9f) / sbyte.MaxValue;
        for (var i = 0; i < vector.Length; i++)
        {
            row[i] = (sbyte)MathF.Round(vector[i] / scale);
        }

        return scale;
    }

    private static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        var sums = Vector<int>.Zero;
        var left = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(one);
        var right = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(other);
        for (var i = 0; i < left.Length; i++)
        {
            Vector.Widen(left[i], out var lowLeft, out var highLeft);
            Vector.Widen(right[i], out var lowRight, out var highRight);

            // Two products of bytes fit into 16 bits only one at a time: they are added in 32.
            Vector.Widen(lowLeft * lowRight, out var a, out var b);
            Vector.Widen(highLeft * highRight, out var c, out var d);
            sums += a + b + c + d;
        }

        return Vector.Sum(sums);
    }
}
