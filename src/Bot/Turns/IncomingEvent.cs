namespace TransformingLives.Bot.Turns;

/// <summary>An event on its way to a conversation.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Key">Idempotency key within the conversation: the same key happens once.</param>
/// <param name="What">What happens.</param>
/// <param name="At">When, UTC.</param>
public sealed record IncomingEvent(string ConversationId, string Key, ConversationEvent What, DateTimeOffset At)
{
    /// <summary>As the message that its turn begins with.</summary>
    internal IncomingMessage AsMessage(string channel) => new(ConversationId, Key, channel, MessageText.Clean(What.Text), At);
}
