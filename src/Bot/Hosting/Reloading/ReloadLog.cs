namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>What reloading writes to the log: files of the council's content, never anything of residents.</summary>
internal static partial class ReloadLog
{
    [LoggerMessage(1801, LogLevel.Information, "New content is in place: {Guides} guides and {Services} services.")]
    public static partial void Loaded(ILogger logger, int guides, int services);

    [LoggerMessage(1802, LogLevel.Error, "The new content is broken, and the old stays in place. {File}:{Line} {Field}: {Problem}")]
    public static partial void Broken(ILogger logger, string file, int line, string field, string problem);

    [LoggerMessage(1803, LogLevel.Warning, "The content could not be read ({Exception}), and the old stays in place. It is looked at again.")]
    public static partial void NotReadable(ILogger logger, string exception);

    [LoggerMessage(1805, LogLevel.Information, "The new content is put in place while the meaning of its texts is still learnt.")]
    public static partial void StillLearning(ILogger logger);

    [LoggerMessage(1804, LogLevel.Error, "The new content could not be loaded, and the old stays in place.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
