namespace TransformingLives.Bot.Turns;

/// <summary>What a turn writes to the log: ids and codes, never what was said.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(1001, LogLevel.Information, "Turn {Version} of conversation {ConversationId} ended {Ending}.")]
    public static partial void Ended(ILogger logger, string conversationId, int version, string ending);

    [LoggerMessage(1002, LogLevel.Error, "Turn of conversation {ConversationId} failed in {Exception}. The message is stored, the resident was given numbers to ring, and the desk is alerted.")]
    public static partial void Failed(ILogger logger, string conversationId, string exception);

    [LoggerMessage(1003, LogLevel.Information, "Turn of conversation {ConversationId} is decided again: another came first.")]
    public static partial void Conflict(ILogger logger, string conversationId);
}
