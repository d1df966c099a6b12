namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The value that a share of all values do not pass (nearest rank).</summary>
internal static class Quantile
{
    /// <param name="sorted">The values, smallest first; at least one.</param>
    /// <param name="share">Above 0, up to 1.</param>
    public static TimeSpan Of(IReadOnlyList<TimeSpan> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
