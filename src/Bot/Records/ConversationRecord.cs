using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Records;

/// <summary>All that is held on one person (UK GDPR, article 15).</summary>
/// <param name="MadeAt">When this was put together, UTC.</param>
/// <param name="Council">Who holds it.</param>
/// <param name="Conversations">Conversation by conversation.</param>
/// <param name="MayBeTheSame">References of referrals from other conversations that may be about the same person, and why. Nothing of them is in here.</param>
public sealed record PersonRecord(DateTimeOffset MadeAt, string Council, ImmutableArray<ConversationRecord> Conversations, ImmutableArray<string> MayBeTheSame);

/// <summary>All that is held of one conversation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Head">What is remembered of it; null when only referrals or alerts are left.</param>
public sealed record ConversationRecord(string Id, HeldHead? Head)
{
    /// <summary>What was said, with the notes of staff, oldest first.</summary>
    public ImmutableArray<LogEntry> Log { get; init; } = [];

    /// <summary>How long an officer was waited for.</summary>
    public ImmutableArray<HeldWait> Waits { get; init; } = [];

    /// <summary>How officers closed it.</summary>
    public ImmutableArray<HeldOutcome> Outcomes { get; init; } = [];

    /// <summary>Pictures and letters.</summary>
    public ImmutableArray<KeptFile> Files { get; init; } = [];

    /// <summary>Telephone numbers that lead to it.</summary>
    public ImmutableArray<ConversationAddress> Addresses { get; init; } = [];

    /// <summary>Texts that were sent.</summary>
    public ImmutableArray<OutgoingText> Texts { get; init; } = [];

    /// <summary>Referrals, with history, tasks and plan.</summary>
    public ImmutableArray<CaseFile> Cases { get; init; } = [];

    /// <summary>Alerts to staff.</summary>
    public ImmutableArray<RegisteredAlert> Alerts { get; init; } = [];

    /// <summary>What is to be done, and copies of what was done.</summary>
    public ImmutableArray<HeldPiece> Work { get; init; } = [];

    /// <summary>Who looked at it or changed it.</summary>
    public ImmutableArray<AuditedEntry> Looks { get; init; } = [];
}

/// <summary>What is remembered of a conversation.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="UpdatedAt">Its last word, UTC.</param>
/// <param name="State">Answers, facts, concerns: all that is remembered between turns.</param>
public sealed record HeldHead(string Channel, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, JsonElement State);

/// <summary>They waited for an officer.</summary>
public sealed record HeldWait(DateTimeOffset WaitingSince, DateTimeOffset JoinedAt);

/// <summary>An officer closed the matter.</summary>
public sealed record HeldOutcome(string Outcome, string OfficerId, DateTimeOffset At);

/// <summary>A piece of work, with what it is.</summary>
public sealed record HeldPiece(string Key, string Kind, DateTimeOffset DueAt, DateTimeOffset? DoneAt, JsonElement What);
