using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>What one rule looks for, as written in <c>content/safety</c>.</summary>
internal sealed record SafetyRule
{
    /// <summary>In <see cref="Stands"/>: a denial before the words doesn't take the danger out.</summary>
    public const string Negation = "negation";

    /// <summary>Its name in the log of concerns.</summary>
    public required string Id { get; init; }

    /// <summary>What it raises.</summary>
    public required ConcernKind Kind { get; init; }

    /// <summary>A message that it must match; checked when the content is loaded.</summary>
    public required string Example { get; init; }

    /// <summary>Why it is there, for authors.</summary>
    public string Note { get; init; } = "";

    /// <summary>One of these must match.</summary>
    public required ImmutableArray<Pattern> Any { get; init; }

    /// <summary>Each of these must match nearby, in any order.</summary>
    public ImmutableArray<Pattern> All { get; init; } = [];

    /// <summary>None of these may match in the same sentence nearby.</summary>
    public ImmutableArray<Pattern> Unless { get; init; } = [];

    /// <summary>Ids of frames that do not cancel this rule; <c>negation</c> is one of them.</summary>
    public ImmutableArray<string> Stands { get; init; } = [];

    /// <summary>Its words always raise the concern, whatever was learnt, unless they are cancelled.</summary>
    public bool IsCertain { get; init; }
}
