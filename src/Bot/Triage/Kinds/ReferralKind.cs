using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Kinds;

/// <summary>Something the council can be asked for: <c>content/triage/referrals.yaml</c>. The phrases <c>arrange.ID</c> and <c>arranged.ID</c> of <c>content/replies</c> offer it and confirm it.</summary>
public sealed record ReferralKind
{
    /// <summary>Stable id, as it stands in records: <c>needs_assessment</c>, <c>carers_assessment</c>, …</summary>
    public required string Id { get; init; }

    /// <summary>In a sentence: "an emergency plan".</summary>
    public required string Name { get; init; }

    /// <summary>It is in the name of the person who needs help, who has to agree; otherwise it is for the one who writes.</summary>
    public bool IsForPerson { get; init; }

    /// <summary>It may be offered; false for what only danger brings about.</summary>
    public bool IsOffered { get; init; } = true;

    /// <summary>Topics that lead to it.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Words that ask for it by name.</summary>
    internal ImmutableArray<Pattern> Asks { get; init; } = [];

    /// <summary>Finds those words.</summary>
    internal PatternIndex Index { get; init; } = new([]);

    /// <summary>1, 2 or 3, where no rule of the outcome says otherwise.</summary>
    public required int Tier { get; init; }

    /// <summary><c>prevent</c>, <c>reduce</c>, <c>delay</c> or <c>meet</c>.</summary>
    public required string Layer { get; init; }

    /// <summary><c>P0</c> to <c>P4</c>.</summary>
    public required string Priority { get; init; }

    /// <summary>Team id.</summary>
    public required string Team { get; init; }

    /// <summary>Code of the event outcome that is proposed for the Client Level Data when it was sent.</summary>
    public required string EventOutcome { get; init; }

    /// <summary>The message asks for it by name.</summary>
    internal bool IsNamedIn(ImmutableArray<SafetyToken> tokens)
    {
        var matches = Index.Find(tokens);
        return Asks.Any(pattern => matches.Of(pattern).Count > 0);
    }
}
