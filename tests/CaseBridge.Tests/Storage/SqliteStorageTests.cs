using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Tests.Storage;

public sealed class SqliteStorageTests : StorageCompliance, IDisposable
{
    private readonly SqliteFile file = new();

    public void Dispose() => file.Dispose();

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(file.Connections);

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task A_commit_is_on_the_disk_when_it_returns(string pragma, string value)
    {
        await using var connection = await file.Connections.OpenForWritingAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the test.
        command.CommandText = $"PRAGMA {pragma}";
#pragma warning restore CA2100

        Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
    }
}
