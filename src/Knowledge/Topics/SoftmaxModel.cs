using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Multinomial logistic regression over sparse features.</summary>
internal sealed class SoftmaxModel
{
    private const float StepSize = 0.5f;
    private const float Damping = 0.1f;

    /// <summary>A row of weights, one for each class, is filled up with noughts to whole vectors, so that it is always stepped through several at a time.</summary>
    private static readonly int Lanes = Vector<float>.Count;

    private readonly int classes;
    private readonly int row;
    private readonly float[] weights;
    private readonly float[] bias;

    private SoftmaxModel(int features, int classes)
    {
        this.classes = classes;
        row = (classes + Lanes - 1) / Lanes * Lanes;
        weights = new float[features * row];
        bias = new float[row];
    }

    /// <summary>Score of each class before it is made a probability.</summary>
    public float[] Scores((int Number, float Value)[] features)
    {
        var scores = new float[row];
        Score(features, scores);
        return scores[..classes];
    }

    /// <summary>Learns by stochastic gradient descent with a step of its own for each weight (AdaGrad). The same examples give the same model.</summary>
    public static SoftmaxModel Train(IReadOnlyList<Example> examples, int featureCount, int classes, int epochs, float decay)
    {
        var model = new SoftmaxModel(featureCount, classes);
        var squares = new float[model.weights.Length];
        var slope = new float[model.row];
        var random = new Random(20261123);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                model.Learn(examples[index], slope, squares, decay);
            }
        }

        model.Round();
        return model;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static SoftmaxModel Read(BinaryReader reader, int featureCount, int classes)
    {
        var model = new SoftmaxModel(featureCount, classes);
        var halves = new Half[classes];
        foreach (var part in model.Rows())
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
            TensorPrimitives.ConvertToSingle(halves, part.Span);
        }

        return model;
    }

    /// <summary>Two bytes for each weight: feature by feature, class by class, and the bias last.</summary>
    public void Write(BinaryWriter writer)
    {
        var halves = new Half[classes];
        writer.Flush();
        foreach (var part in Rows())
        {
            TensorPrimitives.ConvertToHalf(part.Span, halves);
            writer.BaseStream.Write(MemoryMarshal.AsBytes(halves.AsSpan()));
        }
    }

    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Probabilities(Span<float> scores, float temperature)
    {
        TensorPrimitives.Divide(scores, temperature, scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    // What was just learnt and what is read back later are the same to the last bit.
    private void Round()
    {
        var halves = new Half[classes];
        foreach (var part in Rows())
        {
            TensorPrimitives.ConvertToHalf(part.Span, halves);
            TensorPrimitives.ConvertToSingle(halves, part.Span);
        }
    }

    private IEnumerable<Memory<float>> Rows()
    {
        for (var at = 0; at < weights.Length; at += row)
        {
            yield return weights.AsMemory(at, classes);
        }

        yield return bias.AsMemory(0, classes);
    }

    private void Score((int Number, float Value)[] features, Span<float> scores)
    {
        bias.CopyTo(scores);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var (number, value) in features)
        {
            var weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(number * row, row));
            for (var k = 0; k < sums.Length; k++)
            {
                sums[k] += weight[k] * value;
            }
        }
    }

    private void Learn(Example example, Span<float> slope, float[] squares, float decay)
    {
        const float biasStep = 0.02f;
        Score(example.Features, slope);
        Probabilities(slope[..classes], 1f);
        slope[classes..].Clear();
        slope[example.Class] -= 1f;
        TensorPrimitives.Multiply(slope, example.Weight, slope);
        var slopes = MemoryMarshal.Cast<float, Vector<float>>(slope);
        foreach (var (number, value) in example.Features)
        {
            Step(MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(number * row, row)), MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan(number * row, row)), slopes, value, decay);
        }

        TensorPrimitives.MultiplyAdd(slope, -biasStep, bias, bias);
    }

    private static void Step(Span<Vector<float>> weights, Span<Vector<float>> squares, ReadOnlySpan<Vector<float>> slope, float value, float decay)
    {
        var damping = new Vector<float>(Damping);
        for (var k = 0; k < slope.Length; k++)
        {
            var weight = weights[k];
            var gradient = slope[k] * value + weight * decay;
            var square = squares[k] + gradient * gradient;
            squares[k] = square;
            weights[k] = weight - gradient * StepSize / (Vector.SquareRoot(square) + damping);
        }
    }

    /// <param name="Features">Features of the text.</param>
    /// <param name="Class">Number of its class.</param>
    /// <param name="Weight">How much it counts.</param>
    public readonly record struct Example((int Number, float Value)[] Features, int Class, float Weight);
}
