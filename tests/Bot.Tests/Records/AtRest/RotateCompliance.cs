using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Hosting;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>Another master key, on every engine: while people talk, and however often it is ended in the middle.</summary>
public abstract class RotateCompliance : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly string folder = Directory.CreateTempSubdirectory("rotate-").FullName;
    private readonly List<RecordsNode> nodes = [];
    private readonly MasterKey old = MasterKey.New();
    private readonly MasterKey fresh = MasterKey.New();
    private ImmutableArray<MasterKey> inFile;
    private StorageConnections connections = null!;

    private RecordsNode Node => nodes[0];

    public async Task InitializeAsync()
    {
        inFile = [old];
        connections = await NewDatabaseAsync(folder);
        await WithAsync(new MasterKeys(() => inFile)).UpgradeAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync(string folder);

    /// <summary>Breaks off when the keys of a conversation are wrapped.</summary>
    protected abstract string[] Obstacle(string conversation);

    /// <summary>Takes the obstacle away.</summary>
    protected abstract string NoObstacle { get; }

    [Fact]
    public async Task A_rotation_that_is_ended_in_the_middle_goes_on_and_everything_can_be_read_all_the_time()
    {
        var talks = new List<string>();
        for (var i = 0; i < 150; i++)
        {
            talks.Add((await Node.EdnaAsync(clock.GetUtcNow())).Conversation);
        }

        inFile = [fresh, old];
        foreach (var statement in Obstacle(talks[70]))
        {
            await Node.ExecuteAsync(statement);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Node.Rotation.RunAsync(default));
        var half = await Node.Rotation.CountAsync(default);
        Assert.InRange(half.GetValueOrDefault(fresh.Id), 0, half[old.Id]);
        Assert.NotNull(await WithAsync(MasterKeys.Of(fresh, old)).Store.FindAsync(talks[0], default));
        Assert.NotNull(await WithAsync(MasterKeys.Of(fresh, old)).Store.FindAsync(talks[70], default));
        await Node.ExecuteAsync(NoObstacle);

        await Node.Rotation.RunAsync(default);

        Assert.Equal([fresh.Id], (await Node.Rotation.CountAsync(default)).Keys);
        var another = WithAsync(MasterKeys.Of(fresh));
        Assert.All(talks, talk => Assert.NotNull(another.Store.FindAsync(talk, default).Result));
        Assert.Empty((await another.Check.RunAsync(default)).Faults);
        Assert.Equal(0, await Node.Rotation.RunAsync(default));
    }

    [Fact]
    public async Task A_program_that_runs_finds_the_new_master_key_by_itself()
    {
        var (conversation, _) = await Node.EdnaAsync(clock.GetUtcNow());
        var running = WithAsync(new MasterKeys(() => inFile));
        inFile = [fresh, old];
        await Node.Rotation.RunAsync(default);

        Assert.NotNull(await running.Store.FindAsync(conversation, default));
        var (later, _) = await running.EdnaAsync(clock.GetUtcNow());

        Assert.NotNull(await WithAsync(MasterKeys.Of(fresh, old)).Store.FindAsync(later, default));
    }

    [Fact]
    public async Task After_a_rotation_the_old_master_key_opens_nothing()
    {
        await Node.EdnaAsync(clock.GetUtcNow());
        inFile = [fresh, old];
        await Node.Rotation.RunAsync(default);

        var refused = await Assert.ThrowsAsync<StartUpException>(WithAsync(MasterKeys.Of(old)).UpgradeAsync);

        Assert.StartsWith($"The data was sealed under the master key {fresh.Id}, and that one isn't here (there is {old.Id}).", refused.Message, StringComparison.Ordinal);
    }

    private RecordsNode WithAsync(MasterKeys masters)
    {
        nodes.Add(new RecordsNode(connections.With(masters), folder, clock));
        return nodes[^1];
    }
}

public sealed class RotateOnSqliteTests : RotateCompliance
{
    protected override string NoObstacle => "DROP TRIGGER obstacle";

    protected override Task<StorageConnections> NewDatabaseAsync(string folder) => Task.FromResult(StorageConnections.File(Path.Combine(folder, "transforming-lives.db")));

    protected override string[] Obstacle(string conversation) =>
        [$"CREATE TRIGGER obstacle BEFORE UPDATE ON person_keys WHEN NEW.owner = '{conversation}' BEGIN SELECT RAISE(ABORT, 'the power went'); END"];
}

public sealed class RotateOnPostgresTests : RotateCompliance
{
    protected override string NoObstacle => "DROP TRIGGER obstacle ON person_keys";

    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync());

    protected override string[] Obstacle(string conversation) =>
    [
        "CREATE FUNCTION obstacle() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the power went'; END $$ LANGUAGE plpgsql",
        $"CREATE TRIGGER obstacle BEFORE UPDATE ON person_keys FOR EACH ROW WHEN (NEW.owner = '{conversation}') EXECUTE FUNCTION obstacle()",
    ];
}
