using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Records;

public sealed class RecordsOnSqliteTests : RecordsCompliance
{
    protected override Task<StorageConnections> NewDatabaseAsync(string folder) => Task.FromResult(StorageConnections.File(Path.Combine(folder, "transforming-lives.db")).With(TestKeys.Masters));
}
