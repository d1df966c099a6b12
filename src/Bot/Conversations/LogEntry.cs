using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Conversations;

/// <summary>One entry of a conversation's append-only log.</summary>
/// <param name="Sequence">Rises by one within the conversation; it is the watermark of every listener.</param>
/// <param name="At">When, UTC; never goes back along a log.</param>
/// <param name="Who">Who spoke.</param>
/// <param name="Text">The words.</param>
/// <param name="Reply">The whole reply, when the assistant spoke; null otherwise.</param>
public sealed record LogEntry(long Sequence, DateTimeOffset At, Speaker Who, string Text, Reply? Reply);

/// <summary>Who speaks in a log.</summary>
public enum Speaker
{
    Resident,
    Assistant,
    Officer,
    System,
}
