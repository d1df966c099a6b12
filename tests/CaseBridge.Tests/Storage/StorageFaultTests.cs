using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>Storage that fails: what was acknowledged is there, what was not is refused in words that say what to do, and it goes on by itself.</summary>
public sealed class StorageFaultTests : IAsyncLifetime, IDisposable
{
    private readonly SqliteFile file = new();
    private readonly List<CaseStorage> nodes = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_full_disk_refuses_what_is_new_and_keeps_what_was_acknowledged()
    {
        var node = await OpenAsync(file.Connections);
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        await LaneAsync(node, "PRAGMA max_page_count = 1");

        var big = new CaseWork.SendText(Guid.NewGuid(), "c1", "+447700900123", new string('x', 200_000));
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => node.EnqueueAsync(big));

        Assert.Contains("disk of the database is full", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(node));

        // With room again it goes on by itself.
        await LaneAsync(node, "PRAGMA max_page_count = 1000000");
        await node.EnqueueAsync(big);
        Assert.Equal(2, await CountAsync(node));
    }

    [Fact]
    public async Task A_database_that_may_not_be_written_to_says_so()
    {
        var node = await OpenAsync(file.Connections);
        await LaneAsync(node, "PRAGMA query_only = ON");

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New())));

        Assert.Contains("can't be written to", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(node));
    }

    [Fact]
    public async Task PostgreSQL_that_is_restarted_in_the_middle_loses_nothing_that_was_acknowledged()
    {
        await using var server = await PostgresServer.StartAsync(flushes: true);
        var node = await OpenAsync(StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters));
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var refused = 0;
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                var work = new CaseWork.SubmitReferral(SampleReferral.New());
                try
                {
                    await node.EnqueueAsync(work);
                    acknowledged.Add(work.Key);
                }
                catch (StorageUnavailableException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        })).ToList();
        await UntilMoreAsync(acknowledged, 50);

        await server.RestartAsync();

        await UntilMoreAsync(acknowledged, 50);
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var stored = await node.Connections.QueryAsync("SELECT work_key FROM outbox", row => row.GetString(0), default);
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
    }

    [Fact]
    public async Task A_clock_that_is_set_back_holds_up_no_work()
    {
        var node = await OpenAsync(file.Connections);
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        Assert.Single(await node.Outbox.LeaseAsync("ended in the middle", 10, default));
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New() with { ConversationId = "c2" }));

        node.Clock.AdjustTime(node.Clock.GetUtcNow() - TimeSpan.FromHours(3));

        Assert.Equal(2, (await node.Outbox.LeaseAsync("now", 10, default)).Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upgrade_that_was_interrupted_is_made_whole_at_the_next_start(bool onPostgres)
    {
        var connections = onPostgres ? StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters) : file.Connections;
        await using (var connection = await connections.OpenForWritingAsync(default))
        {
            // The second script breaks off half way.
            var broken = await Assert.ThrowsAsync<SchemaBrokenException>(() =>
                SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(StorageFaultTests).Assembly, "interrupted", default));
            Assert.StartsWith("Version 2 of 'interrupted' is missing in the database and could not be brought in", broken.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, Assert.Single(await connections.QueryAsync("SELECT version FROM schema_versions WHERE area = 'interrupted'", row => row.GetInt32(0), default)));
        Assert.Equal(7, Assert.Single(await connections.QueryAsync("SELECT id FROM kept", row => row.GetInt32(0), default)));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connections.QueryAsync("SELECT id FROM half", row => row.GetInt32(0), default));
        await (await OpenAsync(connections)).EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
    }

    private static async Task UntilMoreAsync(System.Collections.Concurrent.ConcurrentBag<string> acknowledged, int more)
    {
        var wanted = acknowledged.Count + more;
        for (var patience = 0; acknowledged.Count < wanted; patience++)
        {
            Assert.True(patience < 1_200, "Nothing was acknowledged for a minute.");
            await Task.Delay(50);
        }
    }

    /// <summary>Does something on the connection that writes.</summary>
    private static Task<int> LaneAsync(CaseStorage node, string pragma) => node.Commits.RunAsync("fault", (session, token) => session.Command(pragma).ExecuteNonQueryAsync(token));

    private static async Task<int> CountAsync(CaseStorage node) => (await node.Connections.QueryAsync("SELECT COUNT(*) FROM outbox", row => row.GetInt32(0), default))[0];

    private async Task<CaseStorage> OpenAsync(StorageConnections connections)
    {
        nodes.Add(new CaseStorage(connections));
        await nodes[^1].Cases.UpgradeAsync(default);
        return nodes[^1];
    }
}
