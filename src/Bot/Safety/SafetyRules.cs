using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>What counts as danger: the rules of <c>content/safety/rules.yaml</c>.</summary>
public sealed record SafetyRules
{
    /// <summary>Rules, in any order; the most urgent concern found comes first.</summary>
    internal ImmutableArray<SafetyRule> Rules { get; init; } = [];

    /// <summary>Sayings and names in which dangerous words mean no danger. They are taken out of a clause before it is screened.</summary>
    internal ImmutableArray<Pattern> Sayings { get; init; } = [];

    /// <summary>Signs that a clause is about what is over, or about somebody else's story.</summary>
    internal ImmutableArray<Pattern> Past { get; init; } = [];

    /// <summary>Words that deny what comes after them in the clause.</summary>
    internal ImmutableHashSet<string> Denials { get; init; } = [];
}

/// <summary>One rule.</summary>
internal sealed record SafetyRule(string Id, ConcernKind Kind, ImmutableArray<Pattern> Any, ImmutableArray<Pattern> Unless, bool HoldsWhenDenied, bool HoldsWhenPast, string Example);
