using Microsoft.Data.Sqlite;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Conversations;

public sealed class ConversationStoreOnSqliteTests : ConversationStoreCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("conversations").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(StorageConnections.File(Path.Combine(folder, "conversations.db")).With(TestKeys.Masters));
}
