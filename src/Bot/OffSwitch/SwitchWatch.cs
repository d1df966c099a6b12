using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.OffSwitch;

/// <summary>Hears what was turned off on another node. A notice may be lost, so it also looks by itself every few seconds.</summary>
internal sealed partial class SwitchWatch(SwitchBook book, ConversationFeed feed, TimeProvider clock, ILogger<SwitchWatch> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = feed.Subscribe(ConversationFeed.Switches);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await book.RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What was known stays true until the database is back.
                LogNotRead(logger, exception.GetType().Name);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await NewsAsync(listening, stoppingToken);
        }
    }

    private async Task NewsAsync(ConversationFeed.Subscription listening, CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(LookEvery, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, patience.Token);
        try
        {
            await listening.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody said anything: it is time to look.
        }
    }

    [LoggerMessage(1810, LogLevel.Warning, "What is turned off could not be read ({Exception}); what was known stays.")]
    private static partial void LogNotRead(ILogger logger, string exception);
}
