using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>The table of people's keys, wrapped under the master key. An erased key leaves its number, so that no copy of it comes back.</summary>
internal static class KeyTable
{
    /// <summary>Draws a key, or finds the one that is there: one round trip in either case.</summary>
    private const string DrawOrFind = """
        INSERT INTO person_keys (id, owner, part, master, wrapped) VALUES (@id, @owner, @part, @master, @wrapped)
        ON CONFLICT (owner, part) WHERE erased_at IS NULL AND is_current = 1 DO UPDATE SET owner = excluded.owner RETURNING id, master, wrapped
        """;

    private const string Erase = "UPDATE person_keys SET wrapped = NULL, master = '', erased_at = @now WHERE owner = @owner AND part = @part AND erased_at IS NULL";

    /// <summary>The key in use for a part of somebody; drawn in this transaction when there is none.</summary>
    public static async Task<PersonKey> DrawOrFindAsync(StorageSession session, MasterKeys masters, string owner, KeyPart part, CancellationToken cancellationToken)
    {
        var drawn = PersonKey.New(owner, part);
        var master = masters.Current;
        await using var row = await session.Command(DrawOrFind, ("@id", drawn.Id), ("@owner", owner), ("@part", (int)part), ("@master", master.Id), ("@wrapped", drawn.Wrap(master))).ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.GetInt64(0) == drawn.Id ? drawn : PersonKey.Unwrap(masters.Find(row.GetString(1)), row.GetInt64(0), owner, part, row.GetString(2));
    }

    /// <summary>Erases the key of a part of somebody, for good.</summary>
    public static Task EraseAsync(StorageSession session, string owner, KeyPart part, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.Command(Erase, ("@owner", owner), ("@part", (int)part), ("@now", now.ToUnixTimeMilliseconds())).ExecuteNonQueryAsync(cancellationToken);

    /// <summary>Keys by their numbers: null for one that was erased, none for one that isn't there.</summary>
    public static async Task<ImmutableDictionary<long, PersonKey?>> FindAsync(DbConnection connection, DbTransaction? transaction, MasterKeys masters, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var isPostgres = connection is NpgsqlConnection;
        await using var command = StorageConnections.Command(
            connection,
            $"SELECT id, owner, part, master, wrapped FROM person_keys WHERE id {(isPostgres ? "= ANY(@ids)" : "IN (SELECT value FROM json_each(@ids))")}",
            ("@ids", isPostgres ? ids.ToArray() : $"[{string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]"));
        command.Transaction = transaction;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var found = ImmutableDictionary.CreateBuilder<long, PersonKey?>();
        while (await row.ReadAsync(cancellationToken))
        {
            found[row.GetInt64(0)] = row.IsDBNull(4) ? null : Unwrapped(masters, row);
        }

        return found.ToImmutable();
    }

    private static PersonKey Unwrapped(MasterKeys masters, DbDataReader row) =>
        PersonKey.Unwrap(masters.Find(row.GetString(3)), row.GetInt64(0), row.GetString(1), (KeyPart)row.GetInt32(2), row.GetString(4));
}
