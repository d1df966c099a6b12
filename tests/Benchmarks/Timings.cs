using System.Diagnostics;

namespace TransformingLives.Benchmarks;

/// <summary>How long each of many runs took, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<double> milliseconds = [];

    /// <summary>Times one run.</summary>
    public void Run(Action action)
    {
        var begun = Stopwatch.GetTimestamp();
        action();
        milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    /// <summary>The value that a share of the runs did not exceed; share from 0 to 1.</summary>
    public double At(double share)
    {
        var ordered = milliseconds.Order().ToArray();
        return ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))];
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p50 {At(0.5),8:0.000} ms   p99 {At(0.99),8:0.000} ms");
}
