using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Conversations;

public sealed class ConversationStoreOnPostgresTests : ConversationStoreCompliance
{
    protected override async Task<StorageConnections> NewDatabaseAsync() => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);
}
