using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage;

/// <summary>The council's decision table: rules in order, the most urgent first.</summary>
public sealed record TriageTable
{
    /// <summary>The rules, in the order in which they decide.</summary>
    public required ImmutableArray<TriageRule> Rules { get; init; }

    /// <summary>Topics whose answer is followed by the offer of a first conversation.</summary>
    public ImmutableArray<string> TopicsThatOpenAConversation { get; init; } = [];

    /// <summary>Topics whose answer is followed by the offer of an indicative budget, when somebody told us about themselves.</summary>
    public ImmutableArray<string> TopicsThatLeadToAnEstimate { get; init; } = [];
}

/// <summary>One rule of the table.</summary>
public sealed record TriageRule
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>When it holds; null for always, which only the last rule may be.</summary>
    public Condition? When { get; init; }

    /// <summary>Why, in plain words that the person reads.</summary>
    public required string Reason { get; init; }

    /// <summary>1, 2 or 3.</summary>
    public required int Tier { get; init; }

    /// <summary><c>prevent</c>, <c>reduce</c>, <c>delay</c> or <c>meet</c>.</summary>
    public required string Layer { get; init; }

    /// <summary><c>P0</c> to <c>P4</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>Team id.</summary>
    public required string Team { get; init; }

    /// <summary>Referrals to offer.</summary>
    public ImmutableArray<string> Referrals { get; init; } = [];

    /// <summary>Topics to tell about.</summary>
    public ImmutableArray<string> Offers { get; init; } = [];
}
