using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Desk.Watch;

/// <summary>Keeps the queue before everybody's eyes, and gives conversations whose officer is gone back to it.</summary>
internal sealed class DeskWatch(QueueBoard board, DeskQueue queue, TurnRunner runner, ConversationFeed feed, TimeProvider clock, ILogger<DeskWatch> logger) : BackgroundService
{
    /// <summary>Another node's changes are seen after so long at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Many changes at once are read as one.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>One round: what is gone is given back, and the board is read.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await GiveBackAsync(cancellationToken);
        await board.RefreshAsync(cancellationToken);
        await board.TellSituationAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var woken = feed.Subscribe(ConversationFeed.Desk);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                await WaitAsync(woken, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                WatchLog.Failed(logger, exception.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(ConversationFeed.Subscription woken, CancellationToken stoppingToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var pause = Task.Delay(Pause, clock, patience.Token);
        await Task.WhenAny(woken.WaitAsync(patience.Token).AsTask(), pause);
        await patience.CancelAsync();
        await Task.Delay(Breath, clock, stoppingToken);
    }

    // Several nodes may find the same: the key makes it happen once, and who has come back meanwhile is left alone.
    private async Task GiveBackAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in await queue.LapsedAsync(cancellationToken))
        {
            var gone = new ConversationEvent.OfficerIsGone(entry.Officer!, entry.JoinedAt!.Value);
            var key = $"officer-gone:{entry.JoinedAt.Value.ToUnixTimeMilliseconds()}";
            await runner.RunAsync(new IncomingEvent(entry.ConversationId, key, gone, clock.GetUtcNow()), cancellationToken);
            WatchLog.GivenBack(logger, Fingerprint.Of(entry.ConversationId));
        }
    }
}
