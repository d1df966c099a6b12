using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Multinomial logistic regression over sparse features.</summary>
internal sealed class SoftmaxModel
{
    private const float StepSize = 0.5f;
    private const float Damping = 0.1f;

    private readonly int classes;
    private readonly float[] weights;
    private readonly float[] bias;

    private SoftmaxModel(int features, int classes)
    {
        this.classes = classes;
        weights = new float[features * classes];
        bias = new float[classes];
    }

    /// <summary>Score of each class before it is made a probability.</summary>
    public float[] Scores((int Number, float Value)[] features)
    {
        var scores = (float[])bias.Clone();
        foreach (var (number, value) in features)
        {
            TensorPrimitives.MultiplyAdd(weights.AsSpan(number * classes, classes), value, scores, scores);
        }

        return scores;
    }

    /// <summary>Learns by stochastic gradient descent with a step of its own for each weight (AdaGrad). The same examples give the same model.</summary>
    public static SoftmaxModel Train(IReadOnlyList<Example> examples, int featureCount, int classes, int epochs, float decay)
    {
        var model = new SoftmaxModel(featureCount, classes);
        var squares = new float[model.weights.Length];
        var random = new Random(20261123);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                model.Learn(examples[index], squares, decay);
            }
        }

        return model;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static SoftmaxModel Read(BinaryReader reader, int featureCount, int classes)
    {
        var model = new SoftmaxModel(featureCount, classes);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.weights.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(model.bias.AsSpan()));
        return model;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Flush();
        writer.BaseStream.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        writer.BaseStream.Write(MemoryMarshal.AsBytes(bias.AsSpan()));
    }

    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Probabilities(Span<float> scores, float temperature)
    {
        TensorPrimitives.Divide(scores, temperature, scores);
        TensorPrimitives.SoftMax(scores, scores);
    }

    private void Learn(Example example, float[] squares, float decay)
    {
        const float biasStep = 0.02f;
        var slope = Scores(example.Features);
        Probabilities(slope, 1f);
        slope[example.Class] -= 1f;
        TensorPrimitives.Multiply(slope, example.Weight, slope);
        foreach (var (number, value) in example.Features)
        {
            Step(weights.AsSpan(number * classes, classes), squares.AsSpan(number * classes, classes), slope, value, decay);
        }

        TensorPrimitives.MultiplyAdd(slope, -biasStep, bias, bias);
    }

    private static void Step(Span<float> row, Span<float> square, ReadOnlySpan<float> slope, float value, float decay)
    {
        var k = 0;
        for (; k + Vector<float>.Count <= row.Length; k += Vector<float>.Count)
        {
            var weight = new Vector<float>(row[k..]);
            var gradient = new Vector<float>(slope[k..]) * value + weight * decay;
            var sum = new Vector<float>(square[k..]) + gradient * gradient;
            sum.CopyTo(square[k..]);
            (weight - gradient * StepSize / (Vector.SquareRoot(sum) + new Vector<float>(Damping))).CopyTo(row[k..]);
        }

        for (; k < row.Length; k++)
        {
            var gradient = slope[k] * value + decay * row[k];
            square[k] += gradient * gradient;
            row[k] -= StepSize * gradient / (MathF.Sqrt(square[k]) + Damping);
        }
    }

    /// <param name="Features">Features of the text.</param>
    /// <param name="Class">Number of its class.</param>
    /// <param name="Weight">How much it counts.</param>
    public readonly record struct Example((int Number, float Value)[] Features, int Class, float Weight);
}
