namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>What imports by themselves write to the log.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(1811, LogLevel.Information, "The directory {Feed} has {Taken} services; {LeftOut} were left out, {Added} are new, {Changed} changed, {Gone} are gone.")]
    public static partial void Imported(ILogger logger, string feed, int taken, int leftOut, int added, int changed, int gone);

    [LoggerMessage(1812, LogLevel.Warning, "The directory {Feed} was not imported, and what was there stays: {Reason}")]
    public static partial void Refused(ILogger logger, string feed, string reason);

    [LoggerMessage(1813, LogLevel.Error, "The directory {Feed} could not be imported, and what was there stays.")]
    public static partial void Failed(ILogger logger, Exception exception, string feed);
}
