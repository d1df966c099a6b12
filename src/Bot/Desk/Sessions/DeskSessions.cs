using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Who is signed in at the desk, over all nodes. Each end stands in the audit trail, in the transaction that makes it.</summary>
internal sealed class DeskSessions(StorageConnections connections, CommitQueue commits, AuditTrail audit, SessionLimits limits, TimeProvider clock)
{
    /// <summary>The action of an entry about an end.</summary>
    public const string Ended = "session.ended";

    private const string Columns = "id, officer_id, officer_name, browser, began_at, used_at, ended_at, ended_by";
    private const int EndedShown = 20;

    // The order of the audit trail: an end and its entry go together.
    private const string Lane = "audit";

    /// <summary>Begins one; gives its id.</summary>
    public async Task<string> BeginAsync(Officer officer, string browser)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var now = Now();
        await commits.RunAsync(Lane, async (session, token) =>
        {
            await session.Command(
                    $"INSERT INTO desk_sessions ({Columns}) VALUES (@id, @officer, @name, @browser, @now, @now, NULL, '')",
                    ("@id", id), ("@officer", officer.Id), ("@name", StorableText.Of(officer.Name)), ("@browser", browser), ("@now", now))
                .ExecuteNonQueryAsync(token);
            return await EndAsync(session, WhichSessions.MoreThan(SessionLimits.AtOnce, officer.Id), DeskSession.ByItself, DeskSession.ByItself, $"more than {SessionLimits.AtOnce} at once", token);
        });
        return id;
    }

    /// <summary>One, open or not; null when there is none.</summary>
    public async Task<DeskSession?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await connections.QueryAsync($"SELECT {Columns} FROM desk_sessions WHERE id = @id", Read, cancellationToken, ("@id", id))).FirstOrDefault();

    /// <summary>It is good for what is asked now.</summary>
    public bool IsOpen(DeskSession session) => session.IsOpen(limits, clock.GetUtcNow());

    /// <summary>Those that are open, whoever used one last first.</summary>
    /// <param name="officer">Whose; null for everybody's.</param>
    public async Task<ImmutableArray<DeskSession>> OpenAsync(string? officer, CancellationToken cancellationToken) =>
        [.. (await ReadAsync("ended_at IS NULL", "used_at DESC", int.MaxValue, officer, cancellationToken)).Where(IsOpen)];

    /// <summary>The last that have ended, newest first.</summary>
    /// <param name="officer">Whose; null for everybody's.</param>
    public Task<ImmutableArray<DeskSession>> EndedAsync(string? officer, CancellationToken cancellationToken) => ReadAsync("ended_at IS NOT NULL", "ended_at DESC", EndedShown, officer, cancellationToken);

    /// <summary>Writes down that it is used, once a minute at most; gives it as it stands then. One that has ended meanwhile stays so.</summary>
    public async Task<DeskSession> UsedAsync(DeskSession session)
    {
        var now = clock.GetUtcNow();
        if (now - session.UsedAt < SessionLimits.Written)
        {
            return session;
        }

        await commits.RunAsync($"session {session.Id}", (storage, token) => storage
            .Command("UPDATE desk_sessions SET used_at = @now WHERE id = @id AND used_at < @now AND ended_at IS NULL", ("@now", now.ToUnixTimeMilliseconds()), ("@id", session.Id))
            .ExecuteNonQueryAsync(token));
        return session with { UsedAt = now };
    }

    /// <summary>Ends some.</summary>
    /// <param name="by">Who ends them.</param>
    /// <param name="purpose">How, for the audit trail.</param>
    /// <returns>How many.</returns>
    public Task<int> EndAsync(WhichSessions which, Officer by, string purpose) =>
        commits.RunAsync(Lane, (session, token) => EndAsync(session, which, StorableText.Of(by.Name), $"{by.Name} ({by.Id})", purpose, token));

    /// <summary>Writes down the end of those that are over by themselves. Every node does this, and each end is there once.</summary>
    public async Task EndOldAsync(CancellationToken cancellationToken)
    {
        var (idle, begun) = (WhichSessions.NotUsedSince(clock.GetUtcNow() - limits.Idle), WhichSessions.BegunBefore(clock.GetUtcNow() - limits.Longest));
        foreach (var (which, purpose) in new[] { (idle, $"not used for {DeskSession.InWords(limits.Idle)}"), (begun, $"had lasted {DeskSession.InWords(limits.Longest)}") })
        {
            // Mostly there are none, and then nothing is written.
            if (!(await connections.QueryAsync($"SELECT 1 FROM desk_sessions WHERE ended_at IS NULL AND {which.Where} LIMIT 1", _ => true, cancellationToken, which.Values)).IsEmpty)
            {
                await commits.RunAsync(Lane, (session, token) => EndAsync(session, which, DeskSession.ByItself, DeskSession.ByItself, purpose, token));
            }
        }
    }

    private async Task<int> EndAsync(StorageSession session, WhichSessions which, string by, string who, string purpose, CancellationToken cancellationToken)
    {
        var ended = new List<string>();
        await using (var rows = await session.Command($"UPDATE desk_sessions SET ended_at = @now, ended_by = @by WHERE ended_at IS NULL AND {which.Where} RETURNING officer_id", [("@now", Now()), ("@by", by), .. which.Values]).ExecuteReaderAsync(cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                ended.Add(rows.GetString(0));
            }
        }

        foreach (var officer in ended)
        {
            await audit.NoteAsync(session, new AuditEntry(who, Ended, officer, purpose), cancellationToken);
        }

        return ended.Count;
    }

    private Task<ImmutableArray<DeskSession>> ReadAsync(string where, string order, int most, string? officer, CancellationToken cancellationToken) => connections.QueryAsync(
        $"SELECT {Columns} FROM desk_sessions WHERE {where} AND (@officer = '' OR officer_id = @officer) ORDER BY {order}, id LIMIT @most",
        Read,
        cancellationToken,
        ("@officer", officer ?? ""), ("@most", (long)most));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static DeskSession Read(DbDataReader row) => new(
        row.GetString(0), new Officer(row.GetString(1), row.GetString(2)), row.GetString(3), At(row.GetInt64(4)), At(row.GetInt64(5)), row.IsDBNull(6) ? null : At(row.GetInt64(6)), row.GetString(7));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
