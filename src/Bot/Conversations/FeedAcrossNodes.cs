using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations;

/// <summary>
/// Carries "this log has grown" between the nodes of one PostgreSQL database (LISTEN and NOTIFY). A notice may be lost, when a node dies or a connection breaks:
/// so every node also looks at the logs that are listened to, from time to time and whenever it has connected anew. The log is the truth, a notice only the hurry.
/// </summary>
internal sealed partial class FeedAcrossNodes(StorageConnections connections, ConversationFeed feed, TimeProvider clock, ILogger<FeedAcrossNodes> logger) : BackgroundService
{
    private const string Channel = "transforming_lives_log";

    /// <summary>A notice holds up to 8,000 bytes, and an entry has up to 52.</summary>
    private const int EntriesInOneNotice = 150;
    private static readonly TimeSpan CatchUpEvery = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, long> grown = new();
    private readonly SemaphoreSlim wake = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (connections.Provider != StorageProvider.PostgreSQL)
        {
            return;
        }

        feed.OtherNodes = (conversation, sequence) =>
        {
            grown.AddOrUpdate(conversation, sequence, (_, before) => Math.Max(before, sequence));
            wake.Release();
        };
        await Task.WhenAll(
            GoOnAsync(ListenAsync, stoppingToken),
            GoOnAsync(NotifyAsync, stoppingToken),
            GoOnAsync(CatchUpEveryAsync, stoppingToken));
    }

    private async Task GoOnAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogBroken(logger, exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var dedicated = new NpgsqlConnectionStringBuilder(connections.ConnectionString) { Pooling = false, KeepAlive = 15 };
        await using var connection = new NpgsqlConnection(dedicated.ToString());
        await connection.OpenAsync(cancellationToken);
        connection.Notification += (_, notice) => Take(notice.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // What was said while nobody listened.
        await CatchUpAsync(cancellationToken);
        while (true)
        {
            await connection.WaitAsync(cancellationToken);
        }
    }

    private void Take(string payload)
    {
        foreach (var entry in payload.Split(' '))
        {
            if (entry.Split(':') is [var conversation, var sequence] && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                feed.Wake(conversation, last);
            }
        }
    }

    /// <summary>Sends what has grown since the last notice, many logs in one: a notice is a commit of its own, and turns must not wait for it.</summary>
    private async Task NotifyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await wake.WaitAsync(cancellationToken);
            var entries = new List<string>();
            foreach (var conversation in grown.Keys.Take(EntriesInOneNotice))
            {
                if (grown.TryRemove(conversation, out var sequence))
                {
                    entries.Add(string.Create(CultureInfo.InvariantCulture, $"{conversation}:{sequence}"));
                }
            }

            if (entries.Count > 0)
            {
                await connections.QueryAsync("SELECT pg_notify(@channel, @payload)", _ => 0, cancellationToken, ("@channel", Channel), ("@payload", string.Join(' ', entries)));
            }
        }
    }

    private async Task CatchUpEveryAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(CatchUpEvery, clock);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await CatchUpAsync(cancellationToken);
        }
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        var listened = feed.Listened.ToArray();
        if (listened.Length == 0)
        {
            return;
        }

        foreach (var (conversation, last) in await connections.QueryAsync(
            "SELECT id, last_sequence FROM conversations WHERE id = ANY(@ids)", row => (row.GetString(0), row.GetInt64(1)), cancellationToken, ("@ids", listened)))
        {
            feed.Wake(conversation, last);
        }
    }

    [LoggerMessage(1010, LogLevel.Warning, "News between nodes is interrupted ({Exception}) and is taken up again; listeners catch up from the log.")]
    private static partial void LogBroken(ILogger logger, string exception);
}
