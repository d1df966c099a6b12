namespace TransformingLives.Bot.Conversations;

/// <summary>A log entry as it is stored.</summary>
internal sealed class LogRow
{
    public required string ConversationId { get; set; }

    public long Sequence { get; set; }

    public long At { get; set; }

    public int Who { get; set; }

    public required string Text { get; set; }

    /// <summary>The reply as JSON; null for what people say.</summary>
    public string? Reply { get; set; }

    /// <summary>Idempotency key of an incoming message; unique within its conversation.</summary>
    public string? Key { get; set; }

    /// <summary>The incoming activity as it was sent, JSON.</summary>
    public string? Activity { get; set; }

    /// <summary>How the turn that this message began has ended.</summary>
    public string? Ending { get; set; }
}
