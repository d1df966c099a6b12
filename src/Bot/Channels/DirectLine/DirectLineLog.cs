namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>What Direct Line writes to the log: fingerprints, never tokens, never what was said.</summary>
internal static partial class DirectLineLog
{
    [LoggerMessage(1101, LogLevel.Error, "A request about conversation {Conversation} failed in {Exception}.")]
    public static partial void Failed(ILogger logger, string conversation, string exception);
}
