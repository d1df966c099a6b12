using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Conversations;

/// <summary>One entry of a conversation's append-only log.</summary>
/// <param name="Sequence">Rises by one within the conversation; it is the watermark of every listener.</param>
/// <param name="At">When, UTC; never goes back along a log.</param>
/// <param name="Who">Who spoke.</param>
/// <param name="Text">The words.</param>
/// <param name="Reply">The whole reply, when the assistant or an officer spoke; null otherwise.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset At, Speaker Who, string Text, Reply? Reply)
{
    /// <summary>The activity as its client sent it, JSON; null where the channel has none.</summary>
    public string? Activity { get; init; }

    /// <summary>Name of the officer who spoke or acted; null for everybody else.</summary>
    public string? By { get; init; }

    /// <summary>What happened, an id of <c>content/endings.yaml</c>, when an officer or the clock began the turn; null otherwise.</summary>
    public string? Event { get; init; }

    /// <summary>Idempotency key of what began the turn; null for what is said to it.</summary>
    public string? Key { get; init; }

    /// <summary>Who may ever see it.</summary>
    public Audience Audience { get; init; }

    /// <summary>Somebody said it to the other: no note, and nothing that only a client sent.</summary>
    internal bool IsSpoken => Who is Speaker.Resident or Speaker.Assistant or Speaker.Officer;
}

/// <summary>Who speaks in a log.</summary>
public enum Speaker
{
    Resident,
    Assistant,
    Officer,
    System,

    /// <summary>The resident's client program: an event, not words. Shown to nobody.</summary>
    Client,
}

/// <summary>Who may see an entry of a log.</summary>
public enum Audience
{
    /// <summary>The resident and staff.</summary>
    Everybody,

    /// <summary>Staff only: whisper notes, and what is done at the desk.</summary>
    Staff,
}
