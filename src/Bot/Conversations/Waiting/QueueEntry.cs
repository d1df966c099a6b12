namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>A conversation in the queue of the desk, or with an officer.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Reason">Why a person is wanted; see <see cref="Handover.Reason"/>.</param>
/// <param name="IsDanger">Somebody may be in danger.</param>
/// <param name="Since">Since when they wait.</param>
/// <param name="PromisedBy">By when an officer should be there.</param>
/// <param name="Channel">Where they are: <c>web</c>, <c>sms</c>, <c>voice</c>, <c>directline</c>.</param>
/// <param name="Skill">Id of the skill that is wanted; may be empty.</param>
/// <param name="Patch">Name of the patch team; may be empty.</param>
/// <param name="Words">What they said.</param>
public sealed record QueueEntry(string ConversationId, string Reason, bool IsDanger, DateTimeOffset Since, DateTimeOffset PromisedBy, string Channel, string Skill, string Patch, string Words)
{
    /// <summary>Id of the one officer who is asked for; null when anybody is.</summary>
    public string? ForOfficer { get; init; }

    /// <summary>A promised call: not before this.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Who has it; null while it waits.</summary>
    public Officer? Officer { get; init; }

    /// <summary>When the officer joined.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When the resident spoke last.</summary>
    public required DateTimeOffset LastSaidAt { get; init; }

    /// <summary>It waits for an officer at this moment.</summary>
    public bool IsWaiting(DateTimeOffset now) => Officer is null && !(NotBefore > now);
}
