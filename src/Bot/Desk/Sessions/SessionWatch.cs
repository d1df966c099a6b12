namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Writes down each minute which sessions are over. They are refused before that: this is for the list and the audit trail.</summary>
internal sealed partial class SessionWatch(DeskSessions sessions, TimeProvider clock, ILogger<SessionWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sessions.EndOldAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception.GetType().Name);
            }
        }
    }

    [LoggerMessage(1312, LogLevel.Warning, "Which sessions of the desk are over could not be written down ({Exception}); they are refused all the same, and it is tried again in a minute.")]
    private static partial void LogFailed(ILogger logger, string exception);
}
