using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Words;

/// <summary>What the council wants to reach: <c>content/desk/targets.yaml</c>.</summary>
/// <param name="Targets">The targets.</param>
/// <param name="WeeklyBudget">Pounds a week that there are for new support; null where nobody said.</param>
public sealed record DeskTargets(ImmutableArray<DeskTarget> Targets, decimal? WeeklyBudget)
{
    /// <summary>None.</summary>
    public static DeskTargets None { get; } = new([], null);
}

/// <summary>A target.</summary>
/// <param name="Label">In words.</param>
/// <param name="Measure">What is measured, one of those that the figures know.</param>
/// <param name="Value">What is to be reached: per cent, or minutes.</param>
/// <param name="IsAtLeast">True: that or more. False: that or less.</param>
/// <param name="By">When.</param>
public sealed record DeskTarget(string Label, string Measure, decimal Value, bool IsAtLeast, DateOnly By);
