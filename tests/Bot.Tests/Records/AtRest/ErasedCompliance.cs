using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Records;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.Copies;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>Whoever was erased is erased in every copy, on every engine: with the key goes all that was sealed with it.</summary>
public abstract class ErasedCompliance : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private readonly List<string> folders = [];
    private readonly List<RecordsNode> nodes = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        SqliteConnection.ClearAllPools();
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync(string folder);

    [Fact]
    public async Task After_an_erasure_a_restored_backup_from_before_holds_nothing_of_the_person_and_everything_of_others()
    {
        var node = await NewNodeAsync();
        var (erased, _) = await HeldEverywhere.MakeAsync(node);
        var (other, _) = await node.EdnaAsync(clock.GetUtcNow(), "Bob Hill");
        var file = Path.Combine(NewFolder(), "council.backup");
        await node.Backup.WriteAsync(file, "Jo Bright", default);
        await EraseAsync(node, erased);
        Assert.Empty(await RawData.ReadableAsync(node.Connections, node.Folders.Data, HeldEverywhere.Words));

        await node.RestoreAsync(file);

        Assert.Empty(await RawData.ReadableAsync(node.Connections, node.Folders.Data, HeldEverywhere.Words));
        Assert.Null(await node.Store.FindAsync(erased, default));
        Assert.Null(await node.People.FindAsync(new WhichPerson("", null, [erased]), HeldEverywhere.Council, default));
        Assert.NotNull(await node.Store.FindAsync(other, default));
        Assert.Equal("letter.pdf", Assert.Single(await node.Files.OfAsync(other, default)).Name);
        Assert.Empty((await node.Check.RunAsync(default)).Faults);
        Assert.Empty((await node.Audit.VerifyAsync(default)).Faults);
    }

    [Fact]
    public async Task An_older_keys_file_does_not_bring_back_whom_the_database_knows_as_erased()
    {
        var node = await NewNodeAsync();
        var (erased, _) = await HeldEverywhere.MakeAsync(node);
        var file = Path.Combine(NewFolder(), "council.backup");
        await node.Backup.WriteAsync(file, "Jo Bright", default);
        await EraseAsync(node, erased);

        // The keys file beside the back-up still has the person's keys.
        Assert.Contains(await KeysFile.ReadAsync($"{file}.keys", default), key => key.Owner == erased && key.Wrapped is not null);
        await node.RestoreAsync(file, $"{file}.keys");

        Assert.Null(await node.Store.FindAsync(erased, default));
        Assert.Equal(0, await node.CountAsync("person_keys", $"owner = '{erased}' AND wrapped IS NOT NULL"));
    }

    [Fact]
    public async Task On_a_new_machine_an_old_backup_and_the_newest_keys_bring_back_everybody_but_whom_was_erased()
    {
        var node = await NewNodeAsync();
        var (erased, _) = await HeldEverywhere.MakeAsync(node);
        var (other, reference) = await node.EdnaAsync(clock.GetUtcNow(), "Bob Hill");
        var old = Path.Combine(NewFolder(), "old.backup");
        await node.Backup.WriteAsync(old, "Jo Bright", default);
        await EraseAsync(node, erased);
        var newest = Path.Combine(NewFolder(), "newest.backup");
        await node.Backup.WriteAsync(newest, "Jo Bright", default);

        var fresh = await NewNodeAsync();
        await fresh.EdnaAsync(clock.GetUtcNow(), "Somebody New");
        await fresh.RestoreAsync(old, $"{newest}.keys");

        await using var started = new RecordsNode(fresh.Connections.With(TestKeys.Masters), fresh.Folders.Data, clock);
        Assert.Null(await started.Store.FindAsync(erased, default));
        Assert.NotNull(await started.Store.FindAsync(other, default));
        Assert.NotNull(await started.Cases.FindReferralAsync(reference, default));

        // What is found by its words is found with the key that came along.
        var (_, alike) = await started.EdnaAsync(clock.GetUtcNow(), "Bob Hill");
        Assert.Equal(reference, Assert.Single(await started.Cases.PossibleDuplicatesAsync((await started.Cases.FindReferralAsync(alike, default))!.Referral, default)).Other.Referral.Reference);
        Assert.Empty((await started.Check.RunAsync(default)).Faults);
    }

    [Fact]
    public async Task A_backup_alone_opens_nothing_and_holds_no_key()
    {
        var node = await NewNodeAsync();
        var (conversation, _) = await HeldEverywhere.MakeAsync(node);
        var wrapped = (await node.Connections.QueryAsync("SELECT wrapped FROM person_keys WHERE wrapped IS NOT NULL", row => row.GetString(0), default)).ToArray();
        var file = Path.Combine(NewFolder(), "council.backup");

        await node.Backup.WriteAsync(file, "Jo Bright", default);

        var unpacked = NewFolder();
        await ZipFile.ExtractToDirectoryAsync(file, unpacked);
        if (node.Connections.Provider == StorageProvider.PostgreSQL)
        {
            await new DumpInWords(Path.Combine(unpacked, "database")).WriteAsync();
        }

        Assert.Empty(RawData.InFiles(unpacked, [.. HeldEverywhere.Words, .. wrapped]));
        Assert.NotEmpty(RawData.InFiles(unpacked, [conversation]));
        Assert.Empty(RawData.InFiles(Path.GetDirectoryName(file)!, HeldEverywhere.Words));
        Assert.Equal(wrapped.Order(), (await KeysFile.ReadAsync($"{file}.keys", default)).Select(key => key.Wrapped!).Order());
    }

    private static async Task EraseAsync(RecordsNode node, string conversation)
    {
        var person = await node.People.FindAsync(new WhichPerson("", null, [conversation]), HeldEverywhere.Council, default);
        await node.People.EraseAsync(person!, new RetentionSettings([]), "Jo Bright");
    }

    private async Task<RecordsNode> NewNodeAsync()
    {
        var folder = NewFolder();
        nodes.Add(new RecordsNode(await NewDatabaseAsync(folder), folder, clock));
        await nodes[^1].UpgradeAsync();
        return nodes[^1];
    }

    private string NewFolder()
    {
        folders.Add(Directory.CreateTempSubdirectory("erased-").FullName);
        return folders[^1];
    }
}

public sealed class ErasedOnSqliteTests : ErasedCompliance
{
    protected override Task<StorageConnections> NewDatabaseAsync(string folder) => Task.FromResult(StorageConnections.File(Path.Combine(folder, "transforming-lives.db")).With(TestKeys.Masters));
}

public sealed class ErasedOnPostgresTests : ErasedCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) =>
        StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}
