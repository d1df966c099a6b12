using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Bot.Tests.Records.AtRest;

public sealed class AtRestOnPostgresTests : AtRestCompliance
{
    protected override string[] NoObstacle => ["DROP TRIGGER obstacle ON conversation_log"];

    protected override async Task<StorageConnections> NewDatabaseAsync(string folder) => StorageConnections.Postgres(await (await PostgresServer.SharedAsync()).NewDatabaseAsync()).With(TestKeys.Masters);

    protected override string[] Obstacle(string conversation, int sequence) =>
    [
        "CREATE FUNCTION obstacle() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the power went'; END $$ LANGUAGE plpgsql",
        $"CREATE TRIGGER obstacle BEFORE UPDATE ON conversation_log FOR EACH ROW WHEN (NEW.conversation_id = '{conversation}' AND NEW.sequence = {sequence}) EXECUTE FUNCTION obstacle()",
    ];
}
