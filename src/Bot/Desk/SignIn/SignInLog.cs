namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>What signing in writes to the log: never who.</summary>
internal static partial class SignInLog
{
    [LoggerMessage(1311, LogLevel.Warning, "Signing in to the desk failed in {Exception}.")]
    public static partial void Failed(ILogger logger, string exception);
}
