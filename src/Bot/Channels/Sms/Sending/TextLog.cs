namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>What the sending of texts writes to the log: ids and codes, never a number, never the words.</summary>
internal static partial class TextLog
{
    [LoggerMessage(1201, LogLevel.Error, "Sending texts failed in {Exception}; it is tried again.")]
    public static partial void Failed(ILogger logger, string exception);

    [LoggerMessage(1202, LogLevel.Warning, "The provider does not take text {Id}: {Code}.")]
    public static partial void Refused(ILogger logger, string id, string code);
}
