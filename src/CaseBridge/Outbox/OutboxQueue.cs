using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>The outbox as rows: work goes in with the turn, is leased, carried out, tried again, or laid before staff.</summary>
internal sealed class OutboxQueue(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Order = "outbox";

    /// <summary>How long a node has work to itself: longer than any handler may take, so that work isn't carried out twice at once.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    public async Task AddAsync(StorageSession session, CaseWork work, CancellationToken cancellationToken)
    {
        if (work is CaseWork.Withdraw)
        {
            await session.Command(OutboxSql.Withdraw, ("@now", Now()), ("@key", work.Key)).ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        var now = Now();
        var (kind, kept) = await SealedAsync(session, work, cancellationToken);
        await session.Command(
                OutboxSql.Add,
                ("@key", work.Key), ("@kind", kind), ("@case", work.CaseKey), ("@payload", kept), ("@now", now), ("@due", work.DueAt?.ToUnixTimeMilliseconds() ?? now))
            .ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Stores work that no turn asked for, in a transaction of its own.</summary>
    public Task AddAsync(CaseWork work) => commits.RunAsync(Order, async (session, token) =>
    {
        await AddAsync(session, work, token);
        return true;
    });

    /// <summary>Takes up to <paramref name="count"/> due pieces of work for <paramref name="owner"/>, oldest first.</summary>
    public async Task<ImmutableArray<LeasedWork>> LeaseAsync(string owner, int count, CancellationToken cancellationToken)
    {
        var now = Now();
        if (!await AnyDueAsync(now, cancellationToken))
        {
            return [];
        }

        var lease = FormattableString.Invariant($"{owner}/{now}");
        var leased = await commits.RunAsync(Order, async (session, token) =>
        {
            var sql = session.Provider == StorageProvider.SQLite ? OutboxSql.LeaseOnSqlite : OutboxSql.LeaseOnPostgres;
            var command = session.Command(sql, ("@owner", lease), ("@until", now + (long)Lease.TotalMilliseconds), ("@now", now), ("@count", count));
            return await session.ReadSealedAsync(command, row => LeasedWork.Read(row, lease), token);
        });
        return [.. leased.OrderBy(work => work.Position)];
    }

    /// <summary>Where there is one node only, what it had leased before it was ended is nobody's now.</summary>
    public Task ReleaseAsync() => connections.Provider == StorageProvider.SQLite ? ExecuteAsync(OutboxSql.Release) : Task.CompletedTask;

    /// <summary>It is carried out. This is true whoever holds the lease by now.</summary>
    public Task DeliveredAsync(LeasedWork work, string? receipt) =>
        ExecuteAsync(OutboxSql.Delivered, ("@now", Now()), ("@receipt", receipt), ("@key", work.Key));

    /// <summary>It wasn't carried out, and is tried again after <paramref name="wait"/>.</summary>
    /// <param name="work">The work.</param>
    /// <param name="reason">Why, in words; null when nothing is wrong.</param>
    /// <param name="wait">How long.</param>
    /// <param name="counts">False when it wasn't the work's fault, for instance while the receiver is known to be away.</param>
    public Task TryLaterAsync(LeasedWork work, string? reason, TimeSpan wait, bool counts) =>
        FailedAsync(work, reason, ("@count", counts ? 1 : 0), ("@due", Now() + (long)wait.TotalMilliseconds), ("@dead", null));

    /// <summary>It isn't tried any more: staff see it.</summary>
    public Task GiveUpAsync(LeasedWork work, string reason)
    {
        var now = Now();
        return FailedAsync(work, reason, ("@count", 1), ("@due", now), ("@dead", now));
    }

    /// <summary>Staff ask for another round, with what they mended if they did.</summary>
    /// <returns>False when the work is delivered or under way.</returns>
    public Task<bool> SendAgainAsync(string workKey, CaseWork? mended) => commits.RunAsync(Order, async (session, token) =>
    {
        var kept = mended is null ? null : (await SealedAsync(session, mended, token)).Payload;
        return await session.Command(OutboxSql.SendAgain, ("@payload", kept), ("@now", Now()), ("@key", workKey)).ExecuteNonQueryAsync(token) > 0;
    });

    /// <summary>Work that met something in its way and is not carried out yet, oldest first.</summary>
    public Task<ImmutableArray<StuckWork>> StuckAsync(CancellationToken cancellationToken) => connections.QuerySealedAsync(OutboxSql.Stuck, StuckWork.Read, cancellationToken);

    /// <summary>How it stands now.</summary>
    public async Task<OutboxState> StateAsync(CancellationToken cancellationToken)
    {
        var found = await connections.QueryAsync(
            OutboxSql.State,
            row => new OutboxState(row.GetInt64(0), row.IsDBNull(1) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt64(2)),
            cancellationToken,
            ("@now", Now()));
        return found[0];
    }

    private static async ValueTask<(string Kind, string? Payload)> SealedAsync(StorageSession session, CaseWork work, CancellationToken cancellationToken)
    {
        var (kind, payload) = WorkJson.Write(work);
        return (kind, await SealedWork.SealAsync(session.Keys, kind, work.CaseKey, SealedWork.Payload(work.Key), payload, cancellationToken));
    }

    /// <summary>Looking costs no write: an idle program flushes nothing.</summary>
    private async Task<bool> AnyDueAsync(long now, CancellationToken cancellationToken) =>
        !(await connections.QueryAsync(OutboxSql.AnyDue, _ => true, cancellationToken, ("@now", now))).IsEmpty;

    private Task<bool> FailedAsync(LeasedWork work, string? reason, params (string Name, object? Value)[] values) => commits.RunAsync(Order, async (session, token) =>
    {
        var kept = await SealedWork.SealAsync(session.Keys, work.Kind, work.CaseKey, SealedWork.Reason(work.Key), reason, token);
        return await session.Command(OutboxSql.Failed, [("@error", kept), .. values, ("@key", work.Key), ("@lease", work.Lease)]).ExecuteNonQueryAsync(token) > 0;
    });

    private Task<bool> ExecuteAsync(string sql, params (string Name, object? Value)[] values) =>
        commits.RunAsync(Order, async (session, token) => await session.Command(sql, values).ExecuteNonQueryAsync(token) > 0);

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
