using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations;

/// <summary>A log entry as it is stored.</summary>
/// <param name="Who">A <see cref="Speaker"/> as a number.</param>
/// <param name="Text">The words.</param>
/// <param name="Reply">The reply as JSON; null for what people say.</param>
/// <param name="Activity">The incoming activity as it was sent, JSON.</param>
/// <param name="Key">Idempotency key of an incoming message; unique within its conversation.</param>
/// <param name="Ending">How the turn that this message began has ended.</param>
internal sealed record LogRow(int Who, string Text, string? Reply = null, string? Key = null, string? Activity = null, string? Ending = null)
{
    /// <summary>The columns that <see cref="ReadEntry"/> reads, in order.</summary>
    public const string EntryColumns = "sequence, at, who, text, reply, activity, event, speaker_name, audience, message_key";

    /// <summary>What happened, when an officer or the clock began the turn.</summary>
    public string? Event { get; init; }

    /// <summary>Name of the officer who spoke or acted.</summary>
    public string? SpeakerName { get; init; }

    /// <summary>An <see cref="Conversations.Audience"/> as a number.</summary>
    public int Audience { get; init; }

    public static LogEntry ReadEntry(SealedRow row, string conversationId) =>
        new(
            row.GetInt64(0),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
            (Speaker)row.GetInt32(2),
            row.Open(3, SealedConversations.Line("text", conversationId, row.GetInt64(0))),
            ConversationJson.ReadReply(row.OpenOrNull(4, SealedConversations.Line("reply", conversationId, row.GetInt64(0)))))
        {
            Activity = row.OpenOrNull(5, SealedConversations.Line("activity", conversationId, row.GetInt64(0))),
            Event = row.IsDBNull(6) ? null : row.GetString(6),
            By = row.IsDBNull(7) ? null : row.GetString(7),
            Audience = (Audience)row.GetInt32(8),
            Key = row.IsDBNull(9) ? null : row.GetString(9),
        };

    /// <summary>The rows that a turn adds: what began it first, then what is said to it.</summary>
    public static LogRow[] Of(StoredTurn turn) =>
    [
        .. turn.Message is { } message ? new[] { First(turn, message) } : [],
        .. turn.Replies.Select(reply => new LogRow((int)Speaker.Assistant, StorableText.Of(reply.Text), ConversationJson.Write(reply))),
    ];

    private static LogRow First(StoredTurn turn, IncomingMessage message) =>
        new((int)turn.Spoke, StorableText.Of(Words(message)), turn.Event?.Shown is { } shown ? ConversationJson.Write(shown) : null, StorableText.Of(message.Key), message.Activity, turn.Ending)
        {
            Event = turn.Event is null ? null : turn.Ending,
            SpeakerName = turn.Event?.By?.Name,
            Audience = (int)(turn.Event is null or { Shown: not null } ? Conversations.Audience.Everybody : Conversations.Audience.Staff),
        };

    // Whoever reads the log sees that a file was sent without words.
    private static string Words(IncomingMessage message) => message.Text.Length > 0 || message.Files.IsEmpty ? message.Text : $"({string.Join(", ", message.Files)})";
}
