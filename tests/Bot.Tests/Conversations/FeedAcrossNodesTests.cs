using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Conversations;

public sealed class FeedAcrossNodesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<FeedAcrossNodes> running = [];
    private StorageConnections connections = null!;

    public async Task InitializeAsync() => connections = StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);

    public async Task DisposeAsync()
    {
        foreach (var node in running)
        {
            await node.StopAsync(CancellationToken.None);
            node.Dispose();
        }
    }

    [Fact]
    public async Task What_one_node_answers_wakes_a_listener_on_another()
    {
        await StoreConversationAsync("another", lastSequence: 1);
        var (here, there) = (await StartAsync(), await StartAsync());
        using var listener = there.Subscribe("c1");

        await UntilHeardAsync(listener, () => here.Publish("c1", 7));

        Assert.Equal(7, await listener.WaitAsync(CancellationToken.None).AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task After_its_connection_broke_a_node_catches_up_from_the_log()
    {
        await StoreConversationAsync("c1", lastSequence: 9);
        var there = await StartAsync();
        using var listener = there.Subscribe("c1");

        // Nobody publishes: only the log knows.
        await BreakConnectionsAsync();

        Assert.Equal(9, await listener.WaitAsync(CancellationToken.None).AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task Old_news_wakes_nobody_twice()
    {
        var feed = new ConversationFeed();
        using var listener = feed.Subscribe("c1");
        feed.Wake("c1", 5);
        await listener.WaitAsync(CancellationToken.None);

        feed.Wake("c1", 5);
        feed.Wake("c1", 4);

        Assert.False(listener.HasNews);
    }

    /// <summary>Says it again until it is heard: the other node may not have begun to listen.</summary>
    private static async Task UntilHeardAsync(ConversationFeed.Subscription listener, Action say)
    {
        for (var patience = 0; patience < 300 && !listener.HasNews; patience++)
        {
            say();
            await Task.Delay(100);
        }
    }

    private async Task<ConversationFeed> StartAsync()
    {
        var feed = new ConversationFeed();
        var node = new FeedAcrossNodes(connections, feed, TimeProvider.System, NullLogger<FeedAcrossNodes>.Instance);
        running.Add(node);
        await node.StartAsync(CancellationToken.None);
        return feed;
    }

    private Task StoreConversationAsync(string id, long lastSequence) => ExecuteAsync(
        $"CREATE TABLE conversations (id text, last_sequence bigint); INSERT INTO conversations VALUES ('{id}', {lastSequence})");

    private Task BreakConnectionsAsync() => ExecuteAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connections.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
