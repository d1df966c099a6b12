using System.Data.Common;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>What storing in groups must do on every engine.</summary>
public abstract class CommitCompliance : IAsyncLifetime
{
    private const string Order = "one case";
    private readonly List<CaseStorage> nodes = [];

    private CaseStorage Node => nodes[0];

    public async Task InitializeAsync()
    {
        nodes.Add(new CaseStorage(await NewDatabaseAsync()));
        await Node.ExecuteAsync("CREATE TABLE notes (id INTEGER PRIMARY KEY)");
    }

    public virtual Task DisposeAsync() => Node.DisposeAsync().AsTask();

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task What_is_answered_can_be_read_by_anybody()
    {
        for (var id = 1; id <= 5; id++)
        {
            await WriteAsync(id);
            Assert.Equal(id, (await IdsAsync()).Length);
        }
    }

    [Fact]
    public async Task When_more_waits_than_there_is_room_for_the_rest_is_refused_at_once_and_nothing_that_was_taken_is_lost()
    {
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Node.Commits.RunAsync(Order, async (_, _) =>
        {
            held.TrySetResult();
            await release.Task;
            return true;
        });
        await held.Task;
        Task<bool>[] taken = [.. Enumerable.Range(0, CommitQueue.MostWaiting).Select(_ => Node.Commits.RunAsync(Order, (_, _) => Task.FromResult(true)))];

        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => Node.Commits.RunAsync(Order, (_, _) => Task.FromResult(true)));
        Assert.StartsWith("More is to be stored", refused.Message, StringComparison.Ordinal);

        release.SetResult();
        Assert.All(await Task.WhenAll([first, .. taken]), Assert.True);
        Assert.True(await Node.Commits.RunAsync(Order, (_, _) => Task.FromResult(true)));
    }

    [Fact]
    public async Task All_that_wait_go_in_one_transaction_in_the_order_asked_for()
    {
        var gate = new TaskCompletionSource();
        var transactions = new List<DbTransaction>();
        var order = new List<int>();
        var first = Node.Commits.RunAsync(Order, async (_, _) =>
        {
            await gate.Task;
            return 0;
        });
        var others = Enumerable.Range(1, 50).Select(id => Node.Commits.RunAsync(Order, async (session, token) =>
        {
            transactions.Add(session.Transaction!);
            order.Add(id);
            return await InsertAsync(session, id, token);
        })).ToList();

        gate.SetResult();
        await Task.WhenAll(others.Prepend(first));

        Assert.Single(transactions.Distinct());
        Assert.Equal(Enumerable.Range(1, 50), order);
        Assert.Equal(50, (await IdsAsync()).Length);
    }

    [Fact]
    public async Task One_that_fails_in_a_group_fails_alone_and_leaves_nothing()
    {
        await WriteAsync(7);
        var gate = new TaskCompletionSource();
        var first = Node.Commits.RunAsync(Order, async (_, _) =>
        {
            await gate.Task;
            return 0;
        });
        var before = WriteAsync(1);
        var twice = Node.Commits.RunAsync(Order, async (session, token) =>
        {
            await InsertAsync(session, 2, token);
            return await InsertAsync(session, 7, token);
        });
        var after = WriteAsync(3);

        gate.SetResult();

        await Task.WhenAll(first, before, after);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => twice);
        Assert.Equal(new[] { 1, 3, 7 }, await IdsAsync());
    }

    [Fact]
    public async Task What_waits_is_stored_before_the_program_ends()
    {
        var writing = Enumerable.Range(1, 20).Select(WriteAsync).ToList();

        await Node.Commits.DisposeAsync();

        Assert.All(writing, write => Assert.True(write.IsCompletedSuccessfully));
        Assert.Equal(20, (await IdsAsync()).Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(99));
    }

    private static Task<int> InsertAsync(StorageSession session, int id, CancellationToken cancellationToken) =>
        session.Command("INSERT INTO notes (id) VALUES (@id)", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);

    private Task<int> WriteAsync(int id) => Node.Commits.RunAsync(Order, (session, token) => InsertAsync(session, id, token));

    private async Task<int[]> IdsAsync() => [.. await Node.Connections.QueryAsync("SELECT id FROM notes ORDER BY id", row => row.GetInt32(0), default)];
}
