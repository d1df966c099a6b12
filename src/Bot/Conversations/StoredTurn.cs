using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Conversations;

/// <summary>What one turn leaves behind; all of it is stored, or nothing.</summary>
/// <param name="Message">What began the turn; null for what comes from us, such as the welcome.</param>
/// <param name="Before">Version of the conversation that was decided on.</param>
/// <param name="After">The conversation now.</param>
/// <param name="Replies">What is said.</param>
/// <param name="Work">Work for the case bridge.</param>
/// <param name="Ending">How the turn ended.</param>
public sealed record StoredTurn(IncomingMessage? Message, int Before, Conversation After, ImmutableArray<Reply> Replies, ImmutableArray<CaseWork> Work, string Ending)
{
    /// <summary>Who sent the message.</summary>
    public Speaker Who { get; init; } = Speaker.Resident;

    /// <summary>What happened, when it was not the resident who spoke; null otherwise.</summary>
    public ConversationEvent? Event { get; init; }

    /// <summary>Changes of the diary.</summary>
    public ImmutableArray<DiaryChange> Diary { get; init; } = [];

    /// <summary>The desk's part in it before the turn; null when it had none.</summary>
    public Handover? HandoverBefore { get; init; }

    /// <summary>A person is wanted in the conversation or has it, or did before this turn.</summary>
    internal bool TouchesDesk => After.Handover is not null || HandoverBefore is not null;

    /// <summary>Who began the turn.</summary>
    internal Speaker Spoke => Event switch
    {
        null => Who,
        { By: not null } => Speaker.Officer,
        _ => Speaker.System,
    };
}

/// <summary>What became of storing a turn.</summary>
public abstract record StoreResult
{
    private StoreResult()
    {
    }

    /// <summary>Stored, durably.</summary>
    public sealed record Stored(long LastSequence) : StoreResult;

    /// <summary>Somebody else's turn came first: decide again on what is there now.</summary>
    public sealed record Conflict : StoreResult;
}
