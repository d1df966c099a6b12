namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>Looks at the content now and then while the program runs. It polls: that works on every kind of disk, also one that is shared or mounted.</summary>
internal sealed class ContentWatch(ContentReload reload, ReloadOptions options, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Seconds == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Seconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await reload.LookAsync(stoppingToken);
        }
    }
}
