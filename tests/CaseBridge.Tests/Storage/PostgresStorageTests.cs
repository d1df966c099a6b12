using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.CaseBridge.Tests.Storage;

public sealed class PostgresStorageTests : StorageCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}
