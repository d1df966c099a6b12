using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Desk.Tests.Figures;

public sealed class FiguresOnSqliteTests : FiguresCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override Task<StorageConnections> NewDatabaseAsync() => Task.FromResult(StorageConnections.File(Path.Combine(folder, "figures.db")).With(TestKeys.Masters));
}
