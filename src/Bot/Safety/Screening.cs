using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>What the safety net makes of a message.</summary>
/// <param name="Concerns">The dangers in it, the most urgent first; one of a kind.</param>
/// <param name="Doubt">What it may be, where nothing is likely enough to be raised: worth one gentle question. Null for no doubt.</param>
public sealed record Screening(ImmutableArray<Concern> Concerns, Concern? Doubt)
{
    /// <summary>No danger, and no doubt.</summary>
    public static Screening Nothing { get; } = new([], null);
}
