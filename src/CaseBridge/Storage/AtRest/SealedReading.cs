using System.Collections.Immutable;
using System.Data.Common;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>Reads rows with sealed columns: the keys that aren't held come in one query for many rows.</summary>
public static class SealedReading
{
    /// <summary>So many rows are held closed at a time.</summary>
    private const int AtOnce = 500;

    /// <summary>All rows of a query. Values are written <c>@name</c> on both engines.</summary>
    /// <exception cref="SealBrokenException">One of them can't be opened.</exception>
    public static async Task<ImmutableArray<T>> QuerySealedAsync<T>(this StorageConnections connections, string sql, Func<SealedRow, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        await foreach (var row in connections.StreamSealedAsync(sql, read, cancellationToken, values))
        {
            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    /// <summary>The same for lists of many people: a row that can't be opened is left out, and <c>check --data</c> names it.</summary>
    public static async Task<ImmutableArray<T>> QueryWholeAsync<T>(this StorageConnections connections, string sql, Func<SealedRow, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
        where T : class => [.. (await connections.QuerySealedAsync(sql, row => OrNull(row, read), cancellationToken, values)).OfType<T>()];

    /// <summary>Row by row, a few hundred in memory at a time.</summary>
    /// <exception cref="SealBrokenException">One of them can't be opened.</exception>
    public static async IAsyncEnumerable<T> StreamSealedAsync<T>(this StorageConnections connections, string sql, Func<SealedRow, T> read, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken, params (string Name, object? Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(connections);
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = StorageConnections.Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var some = new List<SealedRow>();
        for (var isMore = true; isMore;)
        {
            some.Clear();
            while (some.Count < AtOnce && (isMore = await reader.ReadAsync(cancellationToken)))
            {
                some.Add(new SealedRow(reader));
            }

            using var keys = await OpenersAsync(connections, some, cancellationToken);
            foreach (var row in some)
            {
                yield return row.Read(keys, read);
            }
        }
    }

    /// <summary>Opens bytes, of a file for instance.</summary>
    /// <exception cref="SealBrokenException">They can't be opened.</exception>
    public static async Task<byte[]> OpenBytesAsync(this StorageConnections connections, Place place, byte[] bytes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        if (SealedBytes.KeyOf(bytes) is not { } id)
        {
            throw new SealBrokenException(place, SealFault.NotSealed);
        }

        if (connections.Keys.Find(id) is not { } key)
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            var found = await KeyTable.FindAsync(connection, null, connections.Keys.Masters, [id], cancellationToken);
            key = !found.TryGetValue(id, out var kept) ? throw new SealBrokenException(place, SealFault.KeyMissing) : kept ?? throw new SealBrokenException(place, SealFault.Erased);
        }

        using var cipher = key.Cipher();
        return SealedBytes.Open(cipher, place, bytes);
    }

    /// <summary>What is kept elsewhere than in tables was sealed.</summary>
    public static async Task<bool> IsSealedAsync(this StorageConnections connections, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        return !(await connections.QueryAsync("SELECT 1 FROM sealed_tables WHERE name = @name AND is_done = 1", _ => true, cancellationToken, ("@name", name))).IsEmpty;
    }

    /// <summary>Notes that it was.</summary>
    public static Task<int> NoteSealedAsync(this StorageSession session, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return SealExisting.NoteAsync(session, name, null, isDone: true, cancellationToken);
    }

    /// <summary>All rows of a statement of a transaction.</summary>
    /// <exception cref="SealBrokenException">One of them can't be opened.</exception>
    public static async Task<ImmutableArray<T>> ReadSealedAsync<T>(this StorageSession session, DbCommand command, Func<SealedRow, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(command);
        var rows = new List<SealedRow>();
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(new SealedRow(reader));
            }
        }

        using var keys = await session.Keys.OpenersAsync(rows, cancellationToken);
        return [.. rows.Select(row => row.Read(keys, read))];
    }

    /// <summary>The same for rows of many people: what can't be opened is left out.</summary>
    public static async Task<ImmutableArray<T>> ReadWholeAsync<T>(this StorageSession session, DbCommand command, Func<SealedRow, T> read, CancellationToken cancellationToken)
        where T : class => [.. (await session.ReadSealedAsync(command, row => OrNull(row, read), cancellationToken)).OfType<T>()];

    private static async Task<OpeningKeys> OpenersAsync(StorageConnections connections, List<SealedRow> rows, CancellationToken cancellationToken)
    {
        var keys = new OpeningKeys(connections.Keys);
        var missing = keys.Missing(rows);
        if (missing.Count > 0)
        {
            await using var connection = await connections.OpenAsync(cancellationToken);
            keys.Add(await KeyTable.FindAsync(connection, null, connections.Keys.Masters, missing, cancellationToken));
        }

        return keys;
    }

    private static T? OrNull<T>(SealedRow row, Func<SealedRow, T> read)
        where T : class
    {
        try
        {
            return read(row);
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
