using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>The outbox as rows: work goes in with the turn, is leased, delivered, tried again, or laid before staff.</summary>
internal sealed class OutboxQueue(StorageConnections connections, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>How long to wait after the first, second, … failure. After the last, staff see it.</summary>
    private static readonly ImmutableArray<TimeSpan> Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
    ];

    public async Task AddAsync(DbTransaction transaction, CaseWork work, CancellationToken cancellationToken)
    {
        await using var db = CaseDb.Over(connections.Provider, transaction.Connection!, transaction);
        var (kind, payload) = WorkJson.Write(work);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();

        // One statement, so that two nodes that ask at once can't both find nothing and then fail the turn.
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO outbox (work_key, kind, payload, created_at, due_at, attempts) VALUES ({work.Key}, {kind}, {payload}, {now}, {now}, 0) ON CONFLICT (work_key) DO NOTHING",
            cancellationToken);
    }

    /// <summary>Takes up to <paramref name="count"/> due pieces of work for <paramref name="owner"/>, oldest first.</summary>
    public async Task<ImmutableArray<OutboxRow>> LeaseAsync(string owner, int count, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var due = await db.Outbox
            .Where(row => row.DeliveredAt == null && row.DeadAt == null && row.DueAt <= now && (row.LeaseUntil == null || row.LeaseUntil < now))
            .OrderBy(row => row.CreatedAt).Take(count).ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            row.LeaseOwner = $"{owner}/{now}";
            row.LeaseUntil = now + (long)Lease.TotalMilliseconds;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return [.. due];
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node leased one of them first: leave this round to it.
            return [];
        }
    }

    /// <summary>The case system has it. This is true whoever holds the lease by now.</summary>
    public Task DeliveredAsync(OutboxRow leased, CancellationToken cancellationToken) =>
        ChangeAsync(leased.WorkKey, _ => true, (row, now) =>
        {
            row.DeliveredAt = now;
            row.DeadAt = null;
            row.LastError = null;
        }, cancellationToken);

    /// <summary>It wasn't taken. Nothing is noted when the lease has run out and another node has the work, or has delivered it.</summary>
    public Task FailedAsync(OutboxRow leased, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(leased.WorkKey, row => row.LeaseOwner == leased.LeaseOwner, (row, now) =>
        {
            row.LastError = reason;
            if (row.Attempts >= Waits.Length)
            {
                row.DeadAt = now;
            }
            else
            {
                row.DueAt = now + (long)Waits[row.Attempts].TotalMilliseconds;
            }

            row.Attempts++;
        }, cancellationToken);

    /// <summary>Staff ask for another round. Work that is delivered or under way is left alone.</summary>
    public Task SendAgainAsync(string workKey, CancellationToken cancellationToken) =>
        ChangeAsync(workKey, row => row.LeaseOwner is null, (row, now) =>
        {
            row.DeadAt = null;
            row.Attempts = 0;
            row.DueAt = now;
        }, cancellationToken);

    /// <summary>Work that isn't delivered and has failed at least once, oldest first.</summary>
    public async Task<ImmutableArray<StuckWork>> StuckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var rows = await db.Outbox.AsNoTracking().Where(row => row.DeliveredAt == null && row.Attempts > 0).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new StuckWork(row.WorkKey, row.Kind, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), row.Attempts, row.LastError ?? "", row.DeadAt is not null))];
    }

    private async Task ChangeAsync(string workKey, Func<OutboxRow, bool> when, Action<OutboxRow, long> change, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        if (await db.Outbox.FirstOrDefaultAsync(row => row.WorkKey == workKey && row.DeliveredAt == null, cancellationToken) is { } row && when(row))
        {
            change(row, clock.GetUtcNow().ToUnixTimeMilliseconds());
            row.LeaseOwner = null;
            row.LeaseUntil = null;
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
