using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>Reads the queue once for all pages of this node, and wakes them when it has changed.</summary>
internal sealed class QueueBoard(DeskQueue queue, DeskPresence presence, SurroundingsSource surroundings, IEnumerable<IHandoffDesk> desks, TimeProvider clock)
{
    private readonly bool isElsewhereToo = desks.Any(desk => desk is not BuiltInDesk);
    private volatile QueueSnapshot now = QueueSnapshot.Empty;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The queue as it was read last.</summary>
    public QueueSnapshot Now => now;

    /// <summary>Ends when the queue is another than <paramref name="version"/>.</summary>
    public Task ChangedAsync(long version)
    {
        var next = changed;
        return now.Version == version ? next.Task : Task.CompletedTask;
    }

    /// <summary>Reads the queue. Nobody is woken when nothing has changed.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var entries = await queue.ReadAsync(cancellationToken);
        if (entries.SequenceEqual(now.Entries))
        {
            return;
        }

        now = new QueueSnapshot(entries, now.Version + 1);
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>Tells those who decide turns how busy the desk is.</summary>
    public async Task TellSituationAsync(CancellationToken cancellationToken)
    {
        var moment = clock.GetUtcNow();
        var there = (await presence.AllAsync(cancellationToken)).Count(member => member.IsThere && member.Roles.Contains(SignIn.DeskRole.Officer));
        surroundings.TellOfDesk(new DeskSituation(
            [.. now.Entries.Where(entry => entry.IsWaiting(moment)).Select(entry => entry.ConversationId)],
            there,
            await queue.LatelyWaitedAsync(cancellationToken)) { IsElsewhereToo = isElsewhereToo });
    }
}
