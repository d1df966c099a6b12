using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>One node of the module on a real database.</summary>
internal sealed class CaseStorage
{
    public CaseStorage(StorageConnections connections, FakeTimeProvider? clock = null)
    {
        Connections = connections;
        Clock = clock ?? new FakeTimeProvider(SampleReferral.Now);
        Outbox = new OutboxQueue(connections, Clock);
        Register = new EmbeddedRegister(connections, Clock);
        Cases = new CouncilCases(connections, Outbox, Register, Loop());
    }

    public StorageConnections Connections { get; }

    public FakeTimeProvider Clock { get; }

    public OutboxQueue Outbox { get; }

    public EmbeddedRegister Register { get; }

    public CouncilCases Cases { get; }

    public DeliveryLoop Loop(ICaseSystem? caseSystem = null) => new(Outbox, caseSystem ?? Register, Clock, NullLogger<DeliveryLoop>.Instance);

    /// <summary>Puts work into the outbox in a transaction of its own; not committed when <paramref name="commit"/> is false.</summary>
    public async Task EnqueueAsync(CaseWork work, bool commit = true)
    {
        await using var connection = await Connections.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        await Cases.EnqueueAsync(transaction, work, CancellationToken.None);
        if (commit)
        {
            await transaction.CommitAsync();
        }
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Connections.OpenAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
