using System.Data.Common;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>Makes a council that has been used for years: copies of one real conversation, under ids as random as ours.</summary>
internal static class History
{
    private const int Batch = 50_000;

    private const string LogColumns = "sequence, at, who, text, reply, message_key, ending, activity, event, speaker_name, audience";

    /// <summary>Copies a conversation and its log so many times.</summary>
    /// <param name="connections">The database.</param>
    /// <param name="pattern">Id of the conversation that is copied.</param>
    /// <param name="count">How many copies.</param>
    /// <param name="cancellationToken">Stops it between batches.</param>
    public static async Task FillAsync(StorageConnections connections, string pattern, int count, CancellationToken cancellationToken)
    {
        var isSqlite = connections.Provider == StorageProvider.SQLite;
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        for (var done = 0; done < count; done += Batch)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await RunAsync(connection, transaction, isSqlite ? "CREATE TEMP TABLE batch (id TEXT NOT NULL PRIMARY KEY)" : "CREATE TEMP TABLE batch (id text NOT NULL PRIMARY KEY) ON COMMIT DROP", cancellationToken);
            await RunAsync(
                connection,
                transaction,
                isSqlite
                    ? "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < @count) INSERT INTO batch SELECT lower(hex(randomblob(16))) FROM numbers"
                    : "INSERT INTO batch SELECT replace(gen_random_uuid()::text, '-', '') FROM generate_series(1, @count)",
                cancellationToken,
                ("@count", Math.Min(Batch, count - done)));
            await RunAsync(connection, transaction, "INSERT INTO conversations (id, version, channel, started_at, updated_at, last_sequence, state, facts) SELECT b.id, c.version, c.channel, c.started_at, c.updated_at, c.last_sequence, c.state, c.facts FROM batch b CROSS JOIN conversations c WHERE c.id = @pattern", cancellationToken, ("@pattern", pattern));
            await RunAsync(connection, transaction, $"INSERT INTO conversation_log (conversation_id, {LogColumns}) SELECT b.id, {LogColumns} FROM batch b CROSS JOIN conversation_log l WHERE l.conversation_id = @pattern ORDER BY b.id, l.sequence", cancellationToken, ("@pattern", pattern));
            if (isSqlite)
            {
                await RunAsync(connection, transaction, "DROP TABLE batch", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await RunAsync(connection, null, isSqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT", cancellationToken);
        await RunAsync(connection, null, "ANALYZE", cancellationToken);
    }

    private static async Task RunAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken, params (string Name, object Value)[] values)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 0);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
