using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Records.AtRest;

public sealed class AtRestOnSqliteTests : AtRestCompliance
{
    protected override string[] NoObstacle => ["DROP TRIGGER obstacle"];

    protected override Task<StorageConnections> NewDatabaseAsync(string folder) => Task.FromResult(StorageConnections.File(Path.Combine(folder, "transforming-lives.db")).With(TestKeys.Masters));

    protected override string[] Obstacle(string conversation, int sequence) =>
        [$"CREATE TRIGGER obstacle BEFORE UPDATE ON conversation_log WHEN NEW.conversation_id = '{conversation}' AND NEW.sequence = {sequence} BEGIN SELECT RAISE(ABORT, 'the power went'); END"];
}
