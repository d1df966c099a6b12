namespace TransformingLives.Bot.Safety;

/// <summary>A stretch of words that a pattern matched.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="Length">Number of words.</param>
internal readonly record struct PatternMatch(int Start, int Length)
{
    /// <summary>Index of its last word.</summary>
    public int Last => Start + Length - 1;
}
