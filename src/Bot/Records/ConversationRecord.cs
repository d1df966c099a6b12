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

    /// <summary>What supervisors noted when they read it again.</summary>
    public ImmutableArray<HeldReview> Reviews { get; init; } = [];

    /// <summary>Which answers helped, as the person said.</summary>
    public ImmutableArray<HeldVote> Votes { get; init; } = [];

    /// <summary>Appointments, cancelled ones too.</summary>
    public ImmutableArray<HeldAppointment> Appointments { get; init; } = [];

    /// <summary>What another chat service calls the person and the conversation.</summary>
    public ImmutableArray<HeldPlace> Places { get; init; } = [];

    /// <summary>The wait for an officer that goes on, or the officer who has the floor.</summary>
    public ImmutableArray<HeldQueue> Queue { get; init; } = [];

    /// <summary>Codes to carry on by another way; the codes themselves are not kept.</summary>
    public ImmutableArray<HeldCode> Codes { get; init; } = [];

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

/// <summary>A supervisor read the conversation again.</summary>
/// <param name="Reviewer">Their name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Answers">What they answered to each question of a review, JSON.</param>
/// <param name="Note">Their words.</param>
public sealed record HeldReview(string Reviewer, DateTimeOffset At, JsonElement Answers, string Note);

/// <summary>The person said whether an answer helped.</summary>
/// <param name="Sequence">Which line of the log.</param>
/// <param name="Guide">Id of the guide it was from.</param>
/// <param name="Helped">It helped.</param>
/// <param name="At">When, UTC.</param>
public sealed record HeldVote(long Sequence, string Guide, bool Helped, DateTimeOffset At);

/// <summary>An appointment.</summary>
/// <param name="Kind">Id of its kind.</param>
/// <param name="Calendar">Id of the calendar it is in.</param>
/// <param name="At">From, UTC.</param>
/// <param name="Until">Until, UTC.</param>
/// <param name="State"><c>booked</c> or <c>cancelled</c>.</param>
/// <param name="BookedBy">Name of the officer who booked it; empty for the person.</param>
public sealed record HeldAppointment(string Kind, string Calendar, DateTimeOffset At, DateTimeOffset Until, string State, string BookedBy);

/// <summary>The conversation in another chat service.</summary>
/// <param name="Channel"><c>msteams</c>, <c>telephony</c>, <c>chatwoot</c>, …</param>
/// <param name="TheirId">What it calls the conversation.</param>
/// <param name="Person">The person's account there, JSON.</param>
public sealed record HeldPlace(string Channel, string TheirId, JsonElement Person);

/// <summary>A wait for an officer.</summary>
/// <param name="Reason">What for.</param>
/// <param name="WaitingSince">Since when, UTC.</param>
/// <param name="Words">What staff see of it.</param>
/// <param name="Officer">Name of the officer who has it; null: nobody yet.</param>
public sealed record HeldQueue(string Reason, DateTimeOffset WaitingSince, string Words, string? Officer);

/// <summary>A code to carry on by another way was made.</summary>
/// <param name="Number">For this telephone number only; null: for any.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="UsedBy">The number that used it; null: nobody did.</param>
public sealed record HeldCode(string? Number, DateTimeOffset MadeAt, string? UsedBy);

/// <summary>A piece of work, with what it is.</summary>
public sealed record HeldPiece(string Key, string Kind, DateTimeOffset DueAt, DateTimeOffset? DoneAt, JsonElement What);
