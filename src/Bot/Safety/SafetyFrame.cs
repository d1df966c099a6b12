using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>Words that take the danger out of a sentence: it is over, it is a film, it is a question in general.</summary>
internal sealed record SafetyFrame
{
    /// <summary>Its name, for <see cref="SafetyRule.Stands"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The kinds of concern that it cancels.</summary>
    public required ImmutableArray<ConcernKind> Cancels { get; init; }

    /// <summary>One of these in the same sentence makes the frame.</summary>
    public required ImmutableArray<Pattern> Any { get; init; }

    /// <summary>Any of these in the same sentence undoes the frame ("again", "still").</summary>
    public ImmutableArray<Pattern> Unless { get; init; } = [];
}
