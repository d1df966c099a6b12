namespace TransformingLives.Bot.Hosting.Importing;

/// <summary>Looks every minute which feeds are due.</summary>
internal sealed class FeedTimer(FeedRefresh refresh, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await refresh.RefreshDueAsync(stoppingToken);
        }
    }
}
