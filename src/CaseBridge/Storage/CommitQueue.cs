using System.Data.Common;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Stores changes in groups: all that wait when the last group is on the disk go together, with one flush for all of them. Nobody is answered before that.</summary>
public sealed partial class CommitQueue : IAsyncDisposable
{
    private const int LargestGroup = 256;
    private const int PostgresLanes = 3;

    /// <summary>Changes that may wait in a lane: many times more than are ever worked on at once.</summary>
    internal const int MostWaiting = 16_384;

    /// <summary>How long a server that is just starting again is waited for, before whoever asked is told.</summary>
    private static readonly TimeSpan[] Reconnecting = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    private readonly StorageConnections connections;
    private readonly TimeProvider clock;
    private readonly ILogger<CommitQueue> logger;
    private readonly Channel<QueuedChange>[] lanes;
    private readonly Task[] loops;
    private long failedAt;
    private volatile bool isEnding;

    /// <summary>Starts the lanes: one on SQLite, which has one writer; a few on PostgreSQL, which flushes for several at once.</summary>
    public CommitQueue(StorageConnections connections, TimeProvider clock, ILogger<CommitQueue> logger)
    {
        ArgumentNullException.ThrowIfNull(connections);
        this.connections = connections;
        this.clock = clock;
        this.logger = logger;
        lanes = [.. Enumerable.Range(0, connections.Provider == StorageProvider.SQLite ? 1 : PostgresLanes).Select(_ => Channel.CreateBounded<QueuedChange>(new BoundedChannelOptions(MostWaiting) { SingleReader = true }))];
        loops = [.. lanes.Select(lane => Task.Run(() => RunAsync(lane.Reader)))];
    }

    /// <summary>When storing failed last, UTC; null when something was stored since, or nothing ever failed.</summary>
    public DateTimeOffset? FailedAt => Interlocked.Read(ref failedAt) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Makes a change and answers when it is durable. A change may run more than once, each time on a fresh transaction: the last run counts.</summary>
    /// <param name="order">Changes with the same key are made in the order they were asked for.</param>
    /// <param name="change">Reads and writes with the session it is given, and touches nothing else.</param>
    /// <exception cref="StorageUnavailableException">Nothing is stored.</exception>
    public Task<T> RunAsync<T>(string order, Func<StorageSession, CancellationToken, Task<T>> change)
    {
        ArgumentNullException.ThrowIfNull(order);
        var queued = new QueuedChange<T>(order, change);
        var lane = lanes[(uint)string.GetHashCode(order, StringComparison.Ordinal) % (uint)lanes.Length];
        return lane.Writer.TryWrite(queued) ? queued.Answer
            : Task.FromException<T>(isEnding ? new ObjectDisposedException(nameof(CommitQueue)) : new StorageUnavailableException(new TooMuchWaitsException()));
    }

    /// <summary>Stores what waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        isEnding = true;
        foreach (var lane in lanes)
        {
            lane.Writer.TryComplete();
        }

        await Task.WhenAll(loops);
    }

    private async Task RunAsync(ChannelReader<QueuedChange> waiting)
    {
        var group = new List<QueuedChange>();
        StorageSession? session = null;
        while (await waiting.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < LargestGroup && waiting.TryRead(out var change))
            {
                group.Add(change);
            }

            // Two nodes that lock the same conversations lock them in the same order.
            session = await StoreAsync([.. group.OrderBy(change => change.Order, StringComparer.Ordinal)], session);
        }

        await CloseAsync(session);
    }

    /// <summary>Stores a group; gives back the session to go on with, or null when it broke.</summary>
    private async Task<StorageSession?> StoreAsync(QueuedChange[] group, StorageSession? session)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                session ??= await StorageSession.OpenAsync(connections, CancellationToken.None);
                await FlushAsync(group, session);
                return session;
            }
            catch (DbException exception) when (exception.IsTransient && attempt < Reconnecting.Length)
            {
                await CloseAsync(session);
                session = null;
                await Task.Delay(Reconnecting[attempt], clock, CancellationToken.None);
            }
            catch (Exception exception)
            {
                await CloseAsync(session);
                return await FailedAsync(group, exception);
            }
        }
    }

    private async Task FlushAsync(QueuedChange[] group, StorageSession session)
    {
        await session.BeginAsync(CancellationToken.None);
        foreach (var change in group)
        {
            await change.ApplyAsync(session, CancellationToken.None);
        }

        await session.CommitAsync(CancellationToken.None);
        Interlocked.Exchange(ref failedAt, 0);
        foreach (var change in group)
        {
            change.Committed();
        }
    }

    /// <summary>One change that fails must not fail the others: each goes alone. A server that is away is away for all of them.</summary>
    private async Task<StorageSession?> FailedAsync(QueuedChange[] group, Exception exception)
    {
        if (group.Length > 1 && exception is not DbException { IsTransient: true })
        {
            StorageSession? session = null;
            foreach (var change in group)
            {
                session = await StoreAsync([change], session);
            }

            return session;
        }

        var failure = exception is DbException ? new StorageUnavailableException(exception) : exception;
        if (failure is StorageUnavailableException)
        {
            Interlocked.Exchange(ref failedAt, clock.GetUtcNow().UtcTicks);
        }

        LogFailed(logger, group.Length, failure is StorageUnavailableException ? failure.Message : failure.GetType().Name);
        foreach (var change in group)
        {
            change.Failed(failure);
        }

        return null;
    }

    private static async Task CloseAsync(StorageSession? session)
    {
        try
        {
            await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (DbException)
        {
            // It was broken already, and the engine takes back what was open on it.
        }
    }

    [LoggerMessage(3010, LogLevel.Error, "{Count} changes could not be stored, and whoever asked for them was told so. {WhatToDo}")]
    private static partial void LogFailed(ILogger logger, int count, string whatToDo);
}
