using Microsoft.Data.Sqlite;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>A database file in a folder that is thrown away.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("casebridge").FullName;

    public string Path => System.IO.Path.Combine(folder, "cases.db");

    public StorageConnections Connections => StorageConnections.File(Path).With(TestKeys.Masters);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
