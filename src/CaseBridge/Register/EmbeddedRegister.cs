using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Register;

/// <summary>The case system of a council that has none connected: the desk reads it.</summary>
internal sealed class EmbeddedRegister(StorageConnections connections, TimeProvider clock) : ICaseSystem
{
    public async Task<DeliveryResult> TakeAsync(CaseWork work, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        switch (work)
        {
            case CaseWork.SubmitReferral(var referral) when !await db.Referrals.AnyAsync(row => row.Id == referral.Id.ToString(), cancellationToken):
                db.Referrals.Add(Row(referral));
                break;
            case CaseWork.RaiseAlert(var alert) when !await db.Alerts.AnyAsync(row => row.Id == alert.Id.ToString(), cancellationToken):
                db.Alerts.Add(new AlertRow { Id = alert.Id.ToString(), ConversationId = alert.ConversationId, Kind = alert.Kind, Words = alert.Words, At = alert.At.ToUnixTimeMilliseconds() });
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new DeliveryResult.Taken();
    }

    public async Task<ImmutableArray<RegisteredReferral>> ReferralsAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var rows = await db.Referrals.AsNoTracking().OrderBy(row => row.Priority).ThenBy(row => row.CreatedAt).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(ToReferral)];
    }

    public async Task<RegisteredReferral?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var row = await db.Referrals.AsNoTracking().FirstOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        return row is null ? null : ToReferral(row);
    }

    public async Task<ImmutableArray<RegisteredAlert>> AlertsAsync(bool openOnly, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var rows = await db.Alerts.AsNoTracking().Where(row => !openOnly || row.TakenAt == null).OrderByDescending(row => row.At).Take(200).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RegisteredAlert(
            new CaseAlert(Guid.Parse(row.Id), row.ConversationId, row.Kind, row.Words, DateTimeOffset.FromUnixTimeMilliseconds(row.At)), row.TakenBy))];
    }

    public async Task<bool> TakeAlertAsync(Guid id, string officer, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = CaseDb.Over(connections.Provider, connection);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var key = id.ToString();
        return await db.Alerts.Where(row => row.Id == key && row.TakenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TakenBy, officer).SetProperty(row => row.TakenAt, now), cancellationToken) == 1;
    }

    private static RegisteredReferral ToReferral(ReferralRow row) =>
        new(ReferralJson.Read(row.Payload), row.Status, DateTimeOffset.FromUnixTimeMilliseconds(row.ReceivedAt));

    private ReferralRow Row(Referral referral) => new()
    {
        Id = referral.Id.ToString(),
        Reference = referral.Reference,
        ConversationId = referral.ConversationId,
        Kind = referral.Kind,
        Priority = referral.Outcome?.Priority ?? "P3",
        Team = referral.Outcome?.Team ?? "access",
        Status = "new",
        CreatedAt = referral.CreatedAt.ToUnixTimeMilliseconds(),
        ReceivedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        Payload = ReferralJson.Write(referral),
    };
}
