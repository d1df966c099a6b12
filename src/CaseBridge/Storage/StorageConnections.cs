using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Opens connections to the one database of this council.</summary>
/// <param name="Provider">The engine.</param>
/// <param name="ConnectionString">Its connection string.</param>
public sealed record StorageConnections(StorageProvider Provider, string ConnectionString)
{
    private Keyring? keyring;

    /// <summary>The keys of people. What is sealed can't be read or written without.</summary>
    internal Keyring Keys => keyring ?? throw new InvalidOperationException("These connections were given no master key, so nothing of anybody can be read or written.");

    /// <summary>A SQLite file.</summary>
    public static StorageConnections File(string path) =>
        new(StorageProvider.SQLite, new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString());

    /// <summary>A database of a PostgreSQL server. Statements seen twice on a connection are prepared there.</summary>
    public static StorageConnections Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 100;
            builder.AutoPrepareMinUsages = 2;
        }

        return new StorageConnections(StorageProvider.PostgreSQL, builder.ToString());
    }

    /// <summary>The same database, with what people's keys are wrapped under.</summary>
    public StorageConnections With(MasterKeys masters) => this with { keyring = new Keyring(masters) };

    /// <summary>The key to seal a part of somebody with, when this node has used it lately; null otherwise: then the transaction finds or draws it.</summary>
    public PersonKey? HeldKey(string owner, KeyPart part) => Keys.Find(owner, part);

    /// <summary>An open connection, for reading.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = Provider == StorageProvider.SQLite ? new SqliteConnection(ConnectionString) : new NpgsqlConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>An open connection, for writing. On SQLite a commit is on the disk when it returns (write-ahead log, full synchronisation).</summary>
    public async Task<DbConnection> OpenForWritingAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        if (Provider == StorageProvider.SQLite)
        {
            await using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 30000;";
            await pragmas.ExecuteNonQueryAsync(cancellationToken);
        }

        return connection;
    }

    /// <summary>All rows of a query. Values are written <c>@name</c> on both engines.</summary>
    public async Task<ImmutableArray<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }

    /// <summary>A query with its values, outside of a transaction.</summary>
    internal static DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant in the callers; what comes from people goes in as values.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
