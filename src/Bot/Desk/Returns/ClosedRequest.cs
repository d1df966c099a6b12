using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>A request that has ended, as a row of the Adult Social Care Client Level Data. What was not told is empty, and nothing is guessed.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="References">References of what was sent to the council, so that the case system finds its own identifier of the person.</param>
internal sealed record ClosedRequest(string ConversationId, string References)
{
    /// <summary>The council's code in the return; empty when it isn't set.</summary>
    public string LaCode { get; init; } = "";

    /// <summary>When it began: the day of the first message, London.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>When an officer closed it, or the last was said, London.</summary>
    public required DateOnly EndedOn { get; init; }

    /// <summary>The event outcome, by its code and its words.</summary>
    public required string Outcome { get; init; }

    /// <summary>Whether the outcome holds.</summary>
    public required OutcomeStatus Status { get; init; }

    /// <summary>In a few words, what the person was told or what was asked for.</summary>
    public string Description { get; init; } = "";

    /// <summary>How the request came, in the words of the specification.</summary>
    public string RouteOfAccess { get; init; } = "";

    /// <summary>The person's date of birth; null when not told.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>The person's postcode, or the first half of it; empty when not told.</summary>
    public string Postcode { get; init; } = "";

    /// <summary><c>Service User</c> or <c>Carer</c>.</summary>
    public string ClientType { get; init; } = "Service User";

    /// <summary>Somebody helps: <c>Yes</c>; empty when nobody was named.</summary>
    public string HasUnpaidCarer { get; init; } = "";

    /// <summary>The main reason for support that what was told suggests; a worker confirms it.</summary>
    public string ProposedSupportReason { get; init; } = "";

    /// <summary>Conditions with a column of their own, by its name: only those that were told.</summary>
    public ImmutableHashSet<string> Told { get; init; } = [];

    /// <summary>The person was named. A contact without any detail of a client is not counted in the return.</summary>
    public bool HasClient { get; init; }
}

/// <summary>Whether an outcome holds.</summary>
internal enum OutcomeStatus
{
    /// <summary>Somebody has to confirm it.</summary>
    Proposed,

    /// <summary>It needs nobody: information, advice, a way to somebody else, or declined.</summary>
    Given,

    /// <summary>An officer chose it.</summary>
    Confirmed,
}
