using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>The table of people's keys, out of a database and into one.</summary>
internal static class KeyRows
{
    private const string Columns = "id, owner, part, master, wrapped, erased_at, is_current";

    /// <summary>All keys, also those that were erased.</summary>
    public static async IAsyncEnumerable<KeptKey> ReadAsync(StorageConnections connections, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (!await IsThereAsync(connection, connections.Provider, cancellationToken))
        {
            yield break;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM person_keys ORDER BY id";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            yield return new KeptKey(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5), row.GetInt64(6) == 1);
        }
    }

    /// <summary>Empties the table in a copy: who has the copy has no keys.</summary>
    public static async Task EmptyAsync(DbConnection copy, CancellationToken cancellationToken)
    {
        if (await IsThereAsync(copy, StorageProvider.SQLite, cancellationToken))
        {
            await ExecuteAsync(copy, null, "PRAGMA secure_delete = ON; DELETE FROM person_keys;", cancellationToken);
        }
    }

    /// <summary>Puts keys in the place of those in a SQLite database.</summary>
    public static async Task PutAsync(DbConnection connection, ImmutableArray<KeptKey> keys, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, transaction, "DELETE FROM person_keys", cancellationToken);
        foreach (var some in keys.Chunk(500))
        {
            await ExecuteAsync(connection, transaction, Insert(some), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The same as a script for PostgreSQL, to be run in the transaction of a restore; an older copy has no such table yet.</summary>
    public static string Script(ImmutableArray<KeptKey> keys, string makeTable)
    {
        var script = new StringBuilder();
        // What pg_restore writes leaves no schema chosen.
        script.Append("RESET search_path;\n").Append("DO $keys$ BEGIN IF to_regclass('person_keys') IS NULL THEN\n").Append(makeTable).Append("\nEND IF; END $keys$;\n").Append("DELETE FROM person_keys;\n");
        foreach (var some in keys.Chunk(500))
        {
            script.Append(Insert(some)).Append(";\n");
        }

        return script.ToString();
    }

    // Our own numbers, ids and base64; an id of a conversation came from outside once.
    private static string Insert(IEnumerable<KeptKey> keys) => $"INSERT INTO person_keys ({Columns}) VALUES {string.Join(",\n", keys.Select(key => string.Create(
        CultureInfo.InvariantCulture,
        $"({key.Id}, {Quoted(key.Owner)}, {key.Part}, {Quoted(key.Master)}, {(key.Wrapped is { } wrapped ? Quoted(wrapped) : "NULL")}, {(key.ErasedAt is { } at ? at.ToString(CultureInfo.InvariantCulture) : "NULL")}, {(key.IsCurrent ? 1 : 0)})")))}";

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static async Task<bool> IsThereAsync(DbConnection connection, StorageProvider provider, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = provider == StorageProvider.SQLite ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'person_keys'" : "SELECT 1 WHERE to_regclass('person_keys') IS NOT NULL";
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // Made here, of our own values.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
