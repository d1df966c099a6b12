namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>A conversation that can be reviewed; nothing of what was said.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Matter">Which matter of it an officer closed; 0 where the assistant had it alone.</param>
/// <param name="At">When it ended.</param>
/// <param name="Channel">Where.</param>
/// <param name="Outcome">Code of the event outcome; empty where no officer closed it.</param>
/// <param name="Reviews">How often it was reviewed.</param>
internal sealed record FinishedConversation(string ConversationId, int Matter, DateTimeOffset At, string Channel, string Outcome, int Reviews);
