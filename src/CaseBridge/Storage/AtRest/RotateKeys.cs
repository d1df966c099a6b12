using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Storage.AtRest;

/// <summary>
/// Wraps every person's key anew under today's master key, some hundred at a time, while the program runs. What they seal is not touched. Ended in the middle, the
/// next run goes on: each key says under which master key it is.
/// </summary>
public sealed class RotateKeys(StorageConnections connections, CommitQueue commits)
{
    private const int AtOnce = 200;

    private const string Others = "SELECT id, owner, part, master, wrapped FROM person_keys WHERE erased_at IS NULL AND master <> @current ORDER BY id LIMIT @count";
    private const string Wrap = "UPDATE person_keys SET master = @master, wrapped = @wrapped WHERE id = @id AND master = @before AND erased_at IS NULL";

    /// <summary>How many keys are under each master key, by its id; and how many were erased, under the empty one.</summary>
    public async Task<ImmutableSortedDictionary<string, long>> CountAsync(CancellationToken cancellationToken) =>
        (await connections.QueryAsync("SELECT master, COUNT(*) FROM person_keys GROUP BY master", row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)), cancellationToken)).ToImmutableSortedDictionary();

    /// <summary>Wraps all that isn't under today's master key.</summary>
    /// <returns>How many were wrapped anew.</returns>
    /// <exception cref="MasterKeyMissingException">Some are under a master key that isn't here.</exception>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var current = connections.Keys.Masters.Again()[0];
        var all = 0L;
        int some;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            some = await commits.RunAsync("keys", (session, token) => BatchAsync(session, current, token));
            all += some;
        }
        while (some > 0);
        await SettleAsync();
        return all;
    }

    private async Task<int> BatchAsync(StorageSession session, MasterKey current, CancellationToken cancellationToken)
    {
        if (session.Provider == StorageProvider.SQLite)
        {
            // What is replaced is written over, and not only let go.
            await session.Command("PRAGMA secure_delete = ON").ExecuteNonQueryAsync(cancellationToken);
        }

        var rows = await session.ReadSealedAsync(
            session.Command(Others, ("@current", current.Id), ("@count", AtOnce)),
            row => (Id: row.GetInt64(0), Owner: row.GetString(1), Part: (KeyPart)row.GetInt32(2), Master: row.GetString(3), Wrapped: row.GetString(4)),
            cancellationToken);
        foreach (var row in rows)
        {
            var key = PersonKey.Unwrap(connections.Keys.Masters.Find(row.Master), row.Id, row.Owner, row.Part, row.Wrapped);
            await session.Command(Wrap, ("@master", current.Id), ("@wrapped", key.Wrap(current)), ("@id", row.Id), ("@before", row.Master)).ExecuteNonQueryAsync(cancellationToken);
        }

        return rows.Length;
    }

    // The write-ahead log still holds the pages as they were.
    private async Task SettleAsync()
    {
        if (connections.Provider == StorageProvider.SQLite)
        {
            await connections.QueryAsync("PRAGMA wal_checkpoint(TRUNCATE)", _ => true, CancellationToken.None);
        }
    }
}
