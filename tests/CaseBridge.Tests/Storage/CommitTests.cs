using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.CaseBridge.Tests.Storage;

public sealed class CommitOnSqliteTests : CommitCompliance, IDisposable
{
    private readonly SqliteFile file = new();

    public void Dispose() => file.Dispose();

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(file.Connections);
}

public sealed class CommitOnPostgresTests : CommitCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}
