using Microsoft.Data.Sqlite;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Tests.Storage;

public sealed class SqliteStorageTests : StorageCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("casebridge").FullName;

    public override Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(StorageConnections.File(Path.Combine(folder, "cases.db")));

    [Fact]
    public async Task A_commit_is_on_the_disk_when_it_returns()
    {
        await using var connection = await (await NewDatabaseAsync()).OpenAsync(default);
        Assert.Equal(("wal", "2"), (await PragmaAsync("journal_mode"), await PragmaAsync("synchronous")));

        async Task<string> PragmaAsync(string name)
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
            command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
            return $"{await command.ExecuteScalarAsync()}";
        }
    }
}
