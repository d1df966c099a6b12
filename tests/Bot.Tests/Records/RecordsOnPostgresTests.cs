using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Hosting;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.Copies;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records;

public sealed class RecordsOnPostgresTests : RecordsCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);

    [Fact]
    public async Task A_restore_that_breaks_off_in_the_middle_loses_nothing()
    {
        var server = await PostgresServer.SharedAsync();
        var (here, there) = (StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters), StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters));
        await ExecuteAsync(here, "CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('marmalade')");

        // A row that can be written in that session only: it stops the copy when tables are emptied and made already.
        await ExecuteAsync(there, "SET restore.breaks = 'no'; CREATE TABLE kept (word TEXT CHECK (COALESCE(current_setting('restore.breaks', true), '') = 'no')); INSERT INTO kept VALUES ('honey')");
        var file = Path.GetTempFileName();
        try
        {
            await new DatabaseCopy(there).WriteAsync(file, default);

            var refused = await Assert.ThrowsAsync<CopyFailedException>(() => new DatabaseCopy(here).RestoreAsync(file, [], default));

            Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
            Assert.Equal("marmalade", Assert.Single(await here.QueryAsync("SELECT word FROM kept", row => row.GetString(0), default)));
            Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(file)!, $"{Path.GetFileName(file)}*.sql"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE")]
    [InlineData("SELECT * FROM conversations LIMIT 1")]
    public async Task A_restore_waits_for_another_programs_lock_only_so_long_and_changes_nothing(string statement)
    {
        var folder = Directory.CreateTempSubdirectory("restore-").FullName;
        var connections = await NewDatabaseAsync(folder);
        await using var node = new RecordsNode(connections, folder, new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)));
        await node.UpgradeAsync();
        var (kept, _) = await node.EdnaAsync(node.Clock.GetUtcNow());
        var file = Path.Combine(folder, "council.backup");
        await node.Backup.WriteAsync(file, "Jo Bright", default);
        var (later, _) = await node.EdnaAsync(node.Clock.GetUtcNow());
        await using (var other = await connections.OpenAsync(default))
        {
            await using var transaction = await other.BeginTransactionAsync();
            await using var held = other.CreateCommand();
#pragma warning disable CA2100 // Written in the test.
            held.CommandText = statement;
#pragma warning restore CA2100
            await held.ExecuteNonQueryAsync();

            var refused = await Assert.ThrowsAsync<StartUpException>(() => node.RestoreAsync(file)).WaitAsync(TimeSpan.FromMinutes(1));

            Assert.StartsWith("Another program holds a lock in the database and didn't let go of it. Nothing was changed.", refused.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(await node.Store.FindAsync(later, default));
        await node.RestoreAsync(file);
        Assert.Null(await node.Store.FindAsync(later, default));
        Assert.NotNull(await node.Store.FindAsync(kept, default));
        Directory.Delete(folder, recursive: true);
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
