using System.Collections.Immutable;

namespace TransformingLives.Bot.Turns;

/// <summary>What came in, from any channel.</summary>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="Key">Idempotency key within the conversation: client activity id, message SID. The same key is answered once.</param>
/// <param name="Channel">The channel it came by.</param>
/// <param name="Text">The words, or a button's value.</param>
/// <param name="At">When it was received, UTC.</param>
public sealed record IncomingMessage(string ConversationId, string Key, string Channel, string Text, DateTimeOffset At)
{
    /// <summary>The activity as its client sent it, JSON of the Bot Framework schema, fields unknown to us kept; null where the channel has none.</summary>
    public string? Activity { get; init; }

    /// <summary>More came than is answered at the door: it is screened and kept like any other, and its answer is short.</summary>
    public bool IsOverLimit { get; init; }

    /// <summary>Names of files that were sent with it and are kept.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
