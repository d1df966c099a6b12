using System.Collections.Immutable;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge;

/// <summary>The door of this module: takes work with the turn that asked for it, and shows staff what became of it.</summary>
public sealed class CouncilCases
{
    private const string Letters = "23456789ACDEFGHJKMNPQRTUVWXY";
    private readonly StorageConnections connections;
    private readonly OutboxQueue outbox;
    private readonly EmbeddedRegister register;
    private readonly DeliveryLoop delivery;

    internal CouncilCases(StorageConnections connections, OutboxQueue outbox, EmbeddedRegister register, DeliveryLoop delivery)
    {
        this.connections = connections;
        this.outbox = outbox;
        this.register = register;
        this.delivery = delivery;
    }

    /// <summary>A reference for people: eight letters and digits, none that look alike, made from the id.</summary>
    public static string NewReference(Guid id)
    {
        // Hashed, so that ids that differ in one bit have references that are nothing like each other.
        var bytes = SHA256.HashData(id.ToByteArray());
        var letters = string.Create(8, bytes, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = Letters[BitConverter.ToUInt16(from, i * 2) % Letters.Length];
            }
        });
        return $"TL-{letters[..4]}-{letters[4..]}";
    }

    /// <summary>Brings the tables of this module to today's shape.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(CouncilCases).Assembly, "cases", cancellationToken);
    }

    /// <summary>Stores work in the caller's transaction. The same work twice is stored once.</summary>
    public Task EnqueueAsync(DbTransaction transaction, CaseWork work, CancellationToken cancellationToken) => outbox.AddAsync(transaction, work, cancellationToken);

    /// <summary>Referrals in the register: the most urgent first, then the oldest.</summary>
    public Task<ImmutableArray<RegisteredReferral>> ReferralsAsync(int count, CancellationToken cancellationToken) => register.ReferralsAsync(count, cancellationToken);

    /// <summary>The referral of a reference; null when the register has none.</summary>
    public Task<RegisteredReferral?> FindReferralAsync(string reference, CancellationToken cancellationToken) => register.FindAsync(reference, cancellationToken);

    /// <summary>Alerts, newest first.</summary>
    public Task<ImmutableArray<RegisteredAlert>> AlertsAsync(bool openOnly, CancellationToken cancellationToken) => register.AlertsAsync(openOnly, cancellationToken);

    /// <summary>Takes an alert; false when somebody else has.</summary>
    public Task<bool> TakeAlertAsync(Guid id, string officer, CancellationToken cancellationToken) => register.TakeAlertAsync(id, officer, cancellationToken);

    /// <summary>Work that could not be delivered yet.</summary>
    public Task<ImmutableArray<StuckWork>> StuckWorkAsync(CancellationToken cancellationToken) => outbox.StuckAsync(cancellationToken);

    /// <summary>Tries stuck work again from the start.</summary>
    public Task SendAgainAsync(string workKey, CancellationToken cancellationToken) => outbox.SendAgainAsync(workKey, cancellationToken);

    /// <summary>Delivers all that is due now, without waiting for the background loop: for stories and tests.</summary>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        while (await delivery.DeliverDueAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
