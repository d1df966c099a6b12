namespace TransformingLives.Knowledge.Topics;

/// <summary>Multinomial logistic regression over sparse features.</summary>
internal sealed class SoftmaxModel
{
    private readonly int classes;
    private readonly float[] weights;
    private readonly float[] bias;

    private SoftmaxModel(int classes, float[] weights, float[] bias)
    {
        this.classes = classes;
        this.weights = weights;
        this.bias = bias;
    }

    /// <summary>Score of each class before it is made a probability.</summary>
    public float[] Scores((int Number, float Value)[] features)
    {
        var scores = (float[])bias.Clone();
        foreach (var (number, value) in features)
        {
            var row = weights.AsSpan(number * classes, classes);
            for (var k = 0; k < row.Length; k++)
            {
                scores[k] += row[k] * value;
            }
        }

        return scores;
    }

    /// <summary>Learns by stochastic gradient descent with a step of its own for each feature (AdaGrad). The same examples give the same model.</summary>
    public static SoftmaxModel Train(IReadOnlyList<Example> examples, int featureCount, int classes, int epochs, float decay)
    {
        const float step = 0.5f;
        var weights = new float[featureCount * classes];
        var squares = new float[featureCount * classes];
        var bias = new float[classes];
        var random = new Random(20261123);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var example = examples[index];
                var slope = new SoftmaxModel(classes, weights, bias).Scores(example.Features);
                Probabilities(slope, 1f);
                slope[example.Class] -= 1f;
                Step(example, slope, weights, squares, classes, step, decay);
                for (var k = 0; k < classes; k++)
                {
                    bias[k] -= 0.02f * example.Weight * slope[k];
                }
            }
        }

        return new SoftmaxModel(classes, weights, bias);
    }

    /// <summary>Turns scores into probabilities in place.</summary>
    public static void Probabilities(Span<float> scores, float temperature)
    {
        var top = float.MinValue;
        foreach (var score in scores)
        {
            top = MathF.Max(top, score);
        }

        var sum = 0f;
        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] = MathF.Exp((scores[k] - top) / temperature);
            sum += scores[k];
        }

        for (var k = 0; k < scores.Length; k++)
        {
            scores[k] /= sum;
        }
    }

    private static void Step(Example example, float[] slope, float[] weights, float[] squares, int classes, float step, float decay)
    {
        foreach (var (number, value) in example.Features)
        {
            var row = weights.AsSpan(number * classes, classes);
            var square = squares.AsSpan(number * classes, classes);
            for (var k = 0; k < row.Length; k++)
            {
                var gradient = example.Weight * slope[k] * value + decay * row[k];
                square[k] += gradient * gradient;
                row[k] -= step * gradient / (MathF.Sqrt(square[k]) + 0.1f);
            }
        }
    }

    /// <param name="Features">Features of the text.</param>
    /// <param name="Class">Number of its class.</param>
    /// <param name="Weight">How much it counts.</param>
    public readonly record struct Example((int Number, float Value)[] Features, int Class, float Weight);
}
