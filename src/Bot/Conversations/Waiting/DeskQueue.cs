using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations.Waiting;

/// <summary>The queue of the desk, read from the database; and the leases that officers' browsers keep alive.</summary>
public sealed class DeskQueue(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    /// <summary>How long a takeover stands before the officer's page has been heard of for the first time, or where the page has no script.</summary>
    public static readonly TimeSpan FirstLease = TimeSpan.FromMinutes(10);

    /// <summary>Waits of so long ago tell nothing about now.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    private const string Columns = "conversation_id, reason, is_danger, waiting_since, promised_by, channel, skill, patch, words, for_officer, not_before, officer_id, officer_name, joined_at, last_said_at";

    /// <summary>Everything: danger first, then who should be answered soonest.</summary>
    public Task<ImmutableArray<QueueEntry>> ReadAsync(CancellationToken cancellationToken) =>
        connections.QuerySealedAsync($"SELECT {Columns} FROM desk_queue ORDER BY is_danger DESC, promised_by, waiting_since, conversation_id", Read, cancellationToken);

    /// <summary>How long people waited who were taken lately, the median; null when nobody was.</summary>
    public async Task<TimeSpan?> LatelyWaitedAsync(CancellationToken cancellationToken)
    {
        var from = (clock.GetUtcNow() - Lately).ToUnixTimeMilliseconds();
        var waits = await connections.QueryAsync("SELECT joined_at - waiting_since AS waited FROM desk_waits WHERE joined_at >= @from ORDER BY waited", row => row.GetInt64(0), cancellationToken, ("@from", from));
        return waits.IsEmpty ? null : TimeSpan.FromMilliseconds(Math.Max(0, waits[waits.Length / 2]));
    }

    /// <summary>The officer's browser is there: the takeover stands for so long from now. False when somebody else has it, or nobody.</summary>
    public async Task<bool> RenewAsync(string conversationId, string officerId, TimeSpan lease)
    {
        var until = (clock.GetUtcNow() + lease).ToUnixTimeMilliseconds();
        var renewed = await commits.RunAsync(conversationId, (session, token) => session
            .Command("UPDATE desk_queue SET lease_until = @until WHERE conversation_id = @id AND officer_id = @officer", ("@until", until), ("@id", conversationId), ("@officer", officerId))
            .ExecuteNonQueryAsync(token));
        return renewed == 1;
    }

    /// <summary>Takeovers whose officer has not been heard of in time.</summary>
    public Task<ImmutableArray<QueueEntry>> LapsedAsync(CancellationToken cancellationToken) => connections.QuerySealedAsync(
        $"SELECT {Columns} FROM desk_queue WHERE officer_id IS NOT NULL AND lease_until < @now",
        Read,
        cancellationToken,
        ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));

    private static QueueEntry Read(SealedRow row) =>
        new(row.GetString(0), row.GetString(1), row.GetInt32(2) == 1, At(row, 3), At(row, 4), row.GetString(5), row.GetString(6), row.GetString(7), row.OpenOr(8, QueueWriter.Sealed.PlaceOf("words", row.GetString(0)), "(what was said can't be opened)"))
        {
            ForOfficer = row.IsDBNull(9) ? null : row.GetString(9),
            NotBefore = row.IsDBNull(10) ? null : At(row, 10),
            Officer = row.IsDBNull(11) ? null : new Officer(row.GetString(11), row.GetString(12)),
            JoinedAt = row.IsDBNull(13) ? null : At(row, 13),
            LastSaidAt = At(row, 14),
        };

    private static DateTimeOffset At(SealedRow row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
