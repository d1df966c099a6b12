using TorchSharp;
using static TorchSharp.torch;

namespace TransformingLives.Training;

/// <summary>AdamW (Loshchilov and Hutter 2019), gradients cut to length 1. What decides at the end learns faster than the layers under it.</summary>
internal sealed class Adam(IReadOnlyList<Tensor> layers, IReadOnlyList<Tensor> heads)
{
    private const double MeanDecay = 0.9;
    private const double SquareDecay = 0.98;
    private const double WeightDecay = 0.01;
    private const float HeadsFaster = 20;
    private const double Tiny = 1e-8;

    private readonly Tensor[] all = [.. layers, .. heads];
    private readonly Tensor[] means = [.. layers.Concat(heads).Select(weight => zeros_like(weight))];
    private readonly Tensor[] squares = [.. layers.Concat(heads).Select(weight => zeros_like(weight))];
    private int steps;

    public void Step(float rate)
    {
        using var still = no_grad();
        steps++;
        var length = Math.Sqrt(all.Sum(weight => weight.grad is { } grad ? grad.pow(2).sum().ToDouble() : 0));
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].grad is { } grad)
            {
                using var scope = NewDisposeScope();
                grad.mul_(Math.Min(1, 1 / (length + 1e-6)));
                Move(i, grad, i < layers.Count ? rate : rate * HeadsFaster);
                grad.zero_();
            }
        }
    }

    private void Move(int i, Tensor grad, float rate)
    {
        means[i].mul_(MeanDecay).add_(grad, 1 - MeanDecay);
        squares[i].mul_(SquareDecay).addcmul_(grad, grad, 1 - SquareDecay);
        if (i < layers.Count && all[i].dim() > 1)
        {
            all[i].mul_(1 - (rate * WeightDecay));
        }

        var mean = means[i] / (1 - Math.Pow(MeanDecay, steps));
        var square = squares[i] / (1 - Math.Pow(SquareDecay, steps));
        all[i].add_(mean / square.sqrt().add_(Tiny), -rate);
    }
}
