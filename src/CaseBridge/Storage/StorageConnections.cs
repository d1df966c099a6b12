using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Opens connections to the one database of this council.</summary>
/// <param name="Provider">The engine.</param>
/// <param name="ConnectionString">Its connection string.</param>
public sealed record StorageConnections(StorageProvider Provider, string ConnectionString)
{
    /// <summary>A SQLite file.</summary>
    public static StorageConnections File(string path) =>
        new(StorageProvider.SQLite, new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());

    /// <summary>A database of a PostgreSQL server.</summary>
    public static StorageConnections Postgres(string connectionString) => new(StorageProvider.PostgreSQL, connectionString);

    /// <summary>An open connection. On SQLite a commit is on the disk when it returns (write-ahead log, full synchronisation).</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = Provider == StorageProvider.SQLite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            if (Provider == StorageProvider.SQLite)
            {
                await using var pragmas = connection.CreateCommand();
                pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";
                await pragmas.ExecuteNonQueryAsync(cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
