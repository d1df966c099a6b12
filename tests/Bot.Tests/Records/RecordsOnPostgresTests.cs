using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records;

public sealed class RecordsOnPostgresTests : RecordsCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync());
}
