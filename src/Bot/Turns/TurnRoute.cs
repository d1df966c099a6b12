using System.Collections.Immutable;
using TransformingLives.Bot.Turns.Steps;

namespace TransformingLives.Bot.Turns;

/// <summary>One step of a message's way: a pure function.</summary>
public delegate Turn TurnStep(Turn turn, Surroundings around);

/// <summary>A message's way through the program. Read this list and you know it; the runner receives before it, and commits and delivers after it.</summary>
public static class TurnRoute
{
    /// <summary>Danger first, always: nothing below it can keep it from running.</summary>
    public static TurnStep Screen { get; } = ScreenStep.Run;

    /// <summary>What comes after the screening, in order.</summary>
    public static ImmutableArray<TurnStep> Steps { get; } =
    [
        ReadStep.Run,
        SecondReadStep.Run,
        DecideStep.Run,
    ];
}
