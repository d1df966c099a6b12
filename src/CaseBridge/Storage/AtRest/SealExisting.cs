using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>
/// Seals what an older version left in plain words, some hundred rows at a time. Each batch notes in its own transaction how far it came: ended in the middle,
/// the next start goes on from there. Afterwards the files are written anew, so that no page keeps the words.
/// </summary>
public static class SealExisting
{
    private const int AtOnce = 200;

    /// <summary>The name under which the writing anew is noted.</summary>
    private const string Settled = "written anew";

    /// <summary>Seals what isn't sealed yet, table by table, and proves that the master key is the one that this database knows.</summary>
    /// <param name="connections">The database; its tables are of today's shape.</param>
    /// <param name="tables">All that is sealed.</param>
    /// <param name="moves">Tables whose rows go to another, sealed.</param>
    /// <param name="cancellationToken">Stops between batches; the next start goes on.</param>
    /// <returns>How many rows were sealed.</returns>
    /// <exception cref="MasterKeyMissingException">The database was sealed under another master key.</exception>
    public static async Task<long> RunAsync(StorageConnections connections, ImmutableArray<SealedTable> tables, ImmutableArray<SealedMove> moves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        await StoreKey.ProveAsync(connections, cancellationToken);
        var rows = 0L;
        await using var session = await StorageSession.OpenAsync(connections, cancellationToken);
        var done = await EmptyAsync(session, tables, await DoneAsync(connections, cancellationToken), cancellationToken);
        foreach (var table in tables.Where(table => !done.Contains(table.Name)))
        {
            rows += await AllAsync(() => BatchAsync(session, table, cancellationToken), cancellationToken);
        }

        foreach (var move in moves)
        {
            rows += await AllAsync(() => BatchAsync(session, move, cancellationToken), cancellationToken);
        }

        if (await IsToBeWrittenAnewAsync(connections, cancellationToken))
        {
            await WriteAnew.RunAsync(connections, [.. tables.Select(table => table.Table).Concat(moves.Select(move => move.Table)).Distinct()], cancellationToken);
            await session.BeginAsync(cancellationToken);
            await NoteAsync(session, Settled, null, isDone: true, cancellationToken);
            await session.CommitAsync(cancellationToken);
        }

        return rows;
    }

    /// <summary>The tables that are done: of these no plain words are taken any more.</summary>
    private static async Task<ImmutableHashSet<string>> DoneAsync(StorageConnections connections, CancellationToken cancellationToken) =>
        [.. await connections.QueryAsync("SELECT name FROM sealed_tables WHERE is_done = 1", row => row.GetString(0), cancellationToken)];

    /// <summary>Notes all that hold nothing as done, in one transaction: a new database is ready after one flush, and not after one for each table.</summary>
    private static async Task<ImmutableHashSet<string>> EmptyAsync(StorageSession session, ImmutableArray<SealedTable> tables, ImmutableHashSet<string> done, CancellationToken cancellationToken)
    {
        var open = tables.Where(table => !done.Contains(table.Name)).ToImmutableArray();
        if (open.IsEmpty)
        {
            return done;
        }

        await session.BeginAsync(cancellationToken);
        await OneAtATimeAsync(session, cancellationToken);
        foreach (var table in open)
        {
            // One that was begun may hold nothing any more and is still to be written anew.
            if (await CursorAsync(session, table, cancellationToken) is [] && await session.Command($"SELECT 1 FROM {table.Table} LIMIT 1").ExecuteScalarAsync(cancellationToken) is null)
            {
                await NoteAsync(session, table.Name, null, isDone: true, cancellationToken);
                done = done.Add(table.Name);
            }
        }

        await session.CommitAsync(cancellationToken);
        return done;
    }

    // Another node may be starting too: it waits, and finds its rows sealed.
    private static async Task OneAtATimeAsync(StorageSession session, CancellationToken cancellationToken)
    {
        if (session.Provider == StorageProvider.PostgreSQL)
        {
            await session.Command(SchemaUpgrade.PostgresLock).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<long> AllAsync(Func<Task<int>> batchAsync, CancellationToken cancellationToken)
    {
        var rows = 0L;
        int some;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            some = await batchAsync();
            rows += some;
        }
        while (some == AtOnce);
        return rows;
    }

    private static async Task<int> BatchAsync(StorageSession session, SealedMove move, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await OneAtATimeAsync(session, cancellationToken);
        var moved = await move.MoveAsync(session, AtOnce, cancellationToken);
        if (moved > 0)
        {
            await NoteAsync(session, Settled, null, isDone: false, cancellationToken);
        }

        await session.CommitAsync(cancellationToken);
        return moved;
    }

    private static async Task<bool> IsToBeWrittenAnewAsync(StorageConnections connections, CancellationToken cancellationToken) =>
        !(await connections.QueryAsync("SELECT 1 FROM sealed_tables WHERE name = @name AND is_done = 0", _ => true, cancellationToken, ("@name", Settled))).IsEmpty;

    private static async Task<int> BatchAsync(StorageSession session, SealedTable table, CancellationToken cancellationToken)
    {
        await session.BeginAsync(cancellationToken);
        await OneAtATimeAsync(session, cancellationToken);
        if (await CursorAsync(session, table, cancellationToken) is not { } after)
        {
            await session.CommitAsync(cancellationToken);
            return 0;
        }

        var rows = await RowsAsync(session, table, after, cancellationToken);
        foreach (var row in rows)
        {
            await SealAsync(session, table, row, cancellationToken);
        }

        // With the rows, in one transaction: nothing is sealed twice, and nothing is left out.
        if (rows.Count == AtOnce)
        {
            await NoteAsync(session, table.Name, JsonSerializer.Serialize(rows[^1].Key), isDone: false, cancellationToken);
        }
        else
        {
            await NoteAsync(session, table.Name, null, isDone: true, cancellationToken);
            if (rows.Count > 0 || after.Length > 0)
            {
                await NoteAsync(session, Settled, null, isDone: false, cancellationToken);
            }
        }

        await session.CommitAsync(cancellationToken);
        return rows.Count;
    }

    // Null: it is done. Empty: it begins.
    private static async Task<object[]?> CursorAsync(StorageSession session, SealedTable table, CancellationToken cancellationToken)
    {
        await using var reader = await session.Command("SELECT last_key, is_done FROM sealed_tables WHERE name = @name", ("@name", table.Name)).ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? []
            : reader.GetInt32(1) == 1 ? null
            : reader.IsDBNull(0) ? []
            : [.. JsonSerializer.Deserialize<JsonElement[]>(reader.GetString(0))!.Select(value => value.ValueKind == JsonValueKind.Number ? value.GetInt64() : (object)value.GetString()!)];
    }

    private static async Task<List<PlainRow>> RowsAsync(StorageSession session, SealedTable table, object[] after, CancellationToken cancellationToken)
    {
        var key = string.Join(", ", table.Key);
        var from = after.Length == 0 ? "" : $"WHERE ({key}) > ({string.Join(", ", after.Select((_, i) => $"@k{i}"))})";
        var command = session.Command(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {key}, {table.Owner}, {table.Part}, {string.Join(", ", table.Columns)} FROM {table.Table} {from} ORDER BY {key} LIMIT {AtOnce}"),
            [.. after.Select((value, i) => ($"@k{i}", (object?)value))]);
        var rows = new List<PlainRow>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(PlainRow.Of(reader, table));
        }

        return rows;
    }

    private static async Task SealAsync(StorageSession session, SealedTable table, PlainRow row, CancellationToken cancellationToken)
    {
        var values = new List<(string Column, object? Value)>();
        var key = row.Words.IsEmpty ? null : await session.Keys.OfAsync(row.Owner, row.Part, cancellationToken);
        foreach (var (column, words) in row.Words.Where(value => SealedBytes.KeyOf(value.Words) != key!.Id))
        {
            values.Add((column, await session.Keys.SealAsync(row.Owner, row.Part, table.PlaceOf(column, row.Key), words, cancellationToken)));
            values.AddRange(table.Beside(column, words, await session.Keys.BlindAsync(cancellationToken)));
        }

        if (values.Count > 0)
        {
            await session.Command(
                    $"UPDATE {table.Table} SET {string.Join(", ", values.Select((value, i) => $"{value.Column} = @v{i}"))} WHERE {string.Join(" AND ", table.Key.Select((column, i) => $"{column} = @k{i}"))}",
                    [.. values.Select((value, i) => ($"@v{i}", value.Value)), .. row.Key.Select((value, i) => ($"@k{i}", (object?)value))])
                .ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Notes how far it came with a table or with what is kept elsewhere.</summary>
    internal static Task<int> NoteAsync(StorageSession session, string name, string? lastKey, bool isDone, CancellationToken cancellationToken) => session.Command(
            "INSERT INTO sealed_tables (name, last_key, is_done) VALUES (@name, @key, @done) ON CONFLICT (name) DO UPDATE SET last_key = excluded.last_key, is_done = excluded.is_done",
            ("@name", name), ("@key", lastKey), ("@done", isDone ? 1 : 0))
        .ExecuteNonQueryAsync(cancellationToken);

    private sealed record PlainRow(object[] Key, string Owner, KeyPart Part, ImmutableArray<(string Column, string Words)> Words)
    {
        public static PlainRow Of(DbDataReader reader, SealedTable table)
        {
            var keys = table.Key.Length;
            return new PlainRow(
                [.. Enumerable.Range(0, keys).Select(i => reader.GetValue(i) switch { string text => (object)text, var number => Convert.ToInt64(number, CultureInfo.InvariantCulture) })],
                reader.GetString(keys),
                (KeyPart)Convert.ToInt32(reader.GetValue(keys + 1), CultureInfo.InvariantCulture),
                [.. table.Columns.Select((column, i) => (Column: column, At: keys + 2 + i)).Where(at => !reader.IsDBNull(at.At)).Select(at => (at.Column, reader.GetString(at.At)))]);
        }
    }
}
