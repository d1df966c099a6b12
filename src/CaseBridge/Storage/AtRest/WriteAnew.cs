using System.Data.Common;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Writes tables anew, so that the pages where plain words stood are gone: from the file and the write-ahead log on SQLite, from the table's file on PostgreSQL.</summary>
internal static class WriteAnew
{
    public static async Task RunAsync(StorageConnections connections, IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        foreach (var statement in connections.Provider == StorageProvider.SQLite
            ? ["VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"]
            : tables.Select(table => $"VACUUM FULL {table}"))
        {
            await ExecuteAsync(connection, statement, cancellationToken);
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Our own tables.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
