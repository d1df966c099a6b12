namespace TransformingLives.Bot.Desk.Watch;

/// <summary>What the watch over the desk writes to the log: fingerprints, never names.</summary>
internal static partial class WatchLog
{
    [LoggerMessage(1301, LogLevel.Error, "The watch over the desk met {Exception} and goes on.")]
    public static partial void Failed(ILogger logger, string exception);

    [LoggerMessage(1302, LogLevel.Warning, "The officer of conversation {Conversation} was not heard of any more; it waits for a person again.")]
    public static partial void GivenBack(ILogger logger, string conversation);
}
