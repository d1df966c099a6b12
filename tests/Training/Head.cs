using TorchSharp;
using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>What tells kinds apart at the end of the encoder. Only the encoder is kept: the product learns its own heads from the vectors.</summary>
internal sealed class Head(int kinds)
{
    /// <summary>Vectors are of length 1; this makes them long enough to be sure.</summary>
    public const float Scale = 12;

    private const double Smoothing = 0.05;

    public Tensor Weight { get; } = (randn(kinds, SentenceEncoder.Hidden) * 0.02).detach().requires_grad_(true);

    public Tensor Bias { get; } = zeros(kinds).requires_grad_(true);

    public Tensor Scores(Tensor vectors) => nn.functional.linear(vectors * Scale, Weight, Bias);

    /// <summary>The loss of the rows whose kind is known, each with its weight, over the size of the whole batch.</summary>
    public Tensor Loss(Tensor vectors, IEnumerable<(int? Kind, float Weight)> rows)
    {
        var known = rows.Select((row, index) => (row, Index: (long)index)).Where(pair => pair.row.Kind is not null).ToArray();
        if (known.Length == 0)
        {
            return zeros(1);
        }

        var chosen = vectors.index_select(0, tensor(known.Select(pair => pair.Index).ToArray()));
        var kinds = tensor(known.Select(pair => (long)pair.row.Kind!.Value).ToArray());
        var losses = nn.functional.cross_entropy(Scores(chosen), kinds, reduction: nn.Reduction.None, label_smoothing: Smoothing);
        return (losses * tensor(known.Select(pair => pair.row.Weight).ToArray())).sum() / vectors.shape[0];
    }
}
