using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.Copies;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records;

public sealed class RecordsOnPostgresTests : RecordsCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync());

    [Fact]
    public async Task A_restore_that_breaks_off_in_the_middle_loses_nothing()
    {
        var server = await PostgresServer.SharedAsync();
        var (here, there) = (StorageConnections.Postgres(await server.NewDatabaseAsync()), StorageConnections.Postgres(await server.NewDatabaseAsync()));
        await ExecuteAsync(here, "CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('marmalade')");

        // A row that can be written in that session only: it stops the copy when tables are emptied and made already.
        await ExecuteAsync(there, "SET restore.breaks = 'no'; CREATE TABLE kept (word TEXT CHECK (COALESCE(current_setting('restore.breaks', true), '') = 'no')); INSERT INTO kept VALUES ('honey')");
        var file = Path.GetTempFileName();
        try
        {
            await new DatabaseCopy(there).WriteAsync(file, default);

            var refused = await Assert.ThrowsAsync<CopyFailedException>(() => new DatabaseCopy(here).RestoreAsync(file, default));

            Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
            Assert.Equal("marmalade", Assert.Single(await here.QueryAsync("SELECT word FROM kept", row => row.GetString(0), default)));
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*.sql"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task ExecuteAsync(StorageConnections connections, string sql)
    {
        await using var connection = await connections.OpenForWritingAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
