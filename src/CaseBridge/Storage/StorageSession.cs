using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>One transaction on a connection that stays open from group to group, with its statements prepared once.</summary>
public sealed class StorageSession : IAsyncDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    private readonly StorageConnections connections;
    private GroupKeys? keys;

    private StorageSession(StorageConnections connections, DbConnection connection)
    {
        this.connections = connections;
        Provider = connections.Provider;
        Connection = connection;
    }

    /// <summary>The engine.</summary>
    public StorageProvider Provider { get; }

    /// <summary>The connection; its transaction is <see cref="Transaction"/>.</summary>
    public DbConnection Connection { get; }

    /// <summary>The transaction that the changes of this group share.</summary>
    public DbTransaction? Transaction { get; private set; }

    /// <summary>The keys of people, as this transaction has them.</summary>
    public GroupKeys Keys => keys ??= new GroupKeys(this, connections.Keys);

    /// <summary>A statement with its values, written <c>@name</c> on both engines. The caller executes it and, on PostgreSQL, need not dispose of it.</summary>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (Provider == StorageProvider.PostgreSQL)
        {
            // Npgsql prepares by itself what it sees again on the same connection.
            return Postgres(sql, values);
        }

        if (!prepared.TryGetValue(sql, out var command))
        {
            command = new SqliteCommand(sql, (SqliteConnection)Connection);
            foreach (var (name, value) in values)
            {
                command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            }

            prepared.Add(sql, command);
        }

        command.Transaction = (SqliteTransaction?)Transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        }

        return command;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
        {
            await command.DisposeAsync();
        }

        await Connection.DisposeAsync();
    }

    internal static async Task<StorageSession> OpenAsync(StorageConnections connections, CancellationToken cancellationToken) =>
        new(connections, await connections.OpenForWritingAsync(cancellationToken));

    internal async Task BeginAsync(CancellationToken cancellationToken)
    {
        keys?.Begun();
        Transaction = await Connection.BeginTransactionAsync(cancellationToken);
    }

    internal async Task CommitAsync(CancellationToken cancellationToken)
    {
        await Transaction!.CommitAsync(cancellationToken);
        await Transaction.DisposeAsync();
        Transaction = null;
        keys?.Committed();
    }

    private NpgsqlCommand Postgres(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)Connection, (NpgsqlTransaction?)Transaction);
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
