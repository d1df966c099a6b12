namespace TransformingLives.Bot.Turns;

/// <summary>What a turn writes to the log: fingerprints and codes, never what was said.</summary>
internal static partial class TurnLog
{
    [LoggerMessage(1001, LogLevel.Information, "Turn {Version} of conversation {Conversation} ended {Ending}.")]
    public static partial void Ended(ILogger logger, string conversation, int version, string ending);

    [LoggerMessage(1002, LogLevel.Error, "Turn of conversation {Conversation} failed in {Exception}. The message is stored, the resident was given numbers to ring, and the desk is alerted.")]
    public static partial void Failed(ILogger logger, string conversation, string exception);

    [LoggerMessage(1003, LogLevel.Information, "Turn of conversation {Conversation} is decided again: another came first.")]
    public static partial void Conflict(ILogger logger, string conversation);
}
