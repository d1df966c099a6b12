using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;
using Xunit.Abstractions;

namespace TransformingLives.CaseSystems.Tests.Killing;

[Collection("killing")]
public sealed class KilledOnSqliteTests(ITestOutputHelper output) : KillCompliance(output)
{
    protected override int Nodes => 1;

    protected override Task<Dictionary<string, string>> StorageAsync() => Task.FromResult(new Dictionary<string, string>());

    protected override StorageConnections Database(string firstFolder) => StorageConnections.File(Path.Combine(firstFolder, "transforming-lives.db")).With(TestKeys.Masters);
}

[Collection("killing")]
public sealed class KilledOnPostgresWithTwoNodesTests(ITestOutputHelper output) : TwoNodesOnPostgres(output);

/// <summary>A rolling restart, as for a new version: each node is told to stop, in turn, while people talk.</summary>
[Collection("killing")]
public sealed class RestartedOnPostgresWithTwoNodesTests(ITestOutputHelper output) : TwoNodesOnPostgres(output)
{
    private int next;

    /// <summary>Each node once.</summary>
    protected override int Ends => 2;

    private protected override BotNode Next(IReadOnlyList<BotNode> among) => among[next++ % among.Count];

    private protected override Task EndAsync(BotNode node) => node.StopAsync();
}

public abstract class TwoNodesOnPostgres(ITestOutputHelper output) : KillCompliance(output)
{
    private string connectionString = "";

    protected override int Nodes => 2;

    protected override async Task<Dictionary<string, string>> StorageAsync()
    {
        connectionString = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        return new Dictionary<string, string> { ["Storage__Provider"] = "PostgreSQL", ["Storage__ConnectionString"] = connectionString };
    }

    protected override StorageConnections Database(string firstFolder) => StorageConnections.Postgres(connectionString).With(TestKeys.Masters);
}
