namespace TransformingLives.Training;

/// <summary>What is taught to which weights, and how.</summary>
/// <param name="From">The folder of the weights to begin with.</param>
/// <param name="To">The folder of the taught weights.</param>
/// <param name="Content">The repository's <c>content/</c>.</param>
/// <param name="Epochs">How often every lesson is gone over.</param>
/// <param name="Frozen">How many of the six layers stay as they are.</param>
/// <param name="Rate">The highest learning rate; it rises for 6 % of the steps and then falls to nothing.</param>
/// <param name="Threads">How many threads.</param>
internal sealed record TeachingPlan(string From, string To, string Content, int Epochs, int Frozen, float Rate, int Threads)
{
    public float RateAt(float progress) => Math.Max(progress < 0.06f ? Rate * progress / 0.06f : Rate * (1 - progress) / 0.94f, Rate * 0.02f);
}
