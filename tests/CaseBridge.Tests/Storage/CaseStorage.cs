using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>One node of the module on a real database.</summary>
internal sealed class CaseStorage : IAsyncDisposable
{
    public CaseStorage(StorageConnections connections, FakeTimeProvider? clock = null)
    {
        Connections = connections;
        Clock = clock ?? new FakeTimeProvider(SampleReferral.Now);
        Commits = new CommitQueue(connections, TimeProvider.System, NullLogger<CommitQueue>.Instance);
        Outbox = new OutboxQueue(connections, Commits, Clock);
        Audit = new AuditTrail(connections, Commits, Clock);
        Register = new CaseRegister(connections, Commits, Audit, Clock);
        Alerts = new AlertList(connections, Commits, Audit, Clock);
        var files = new CaseFiles(connections, Commits, Clock);
        Cases = new CouncilCases(connections, Outbox, Register, Alerts, files, new ProgressAnswers(Register, files, Commits, Audit, Clock), Loop());
    }

    public StorageConnections Connections { get; }

    public FakeTimeProvider Clock { get; }

    public CommitQueue Commits { get; }

    public OutboxQueue Outbox { get; }

    public AuditTrail Audit { get; }

    public CaseRegister Register { get; }

    public AlertList Alerts { get; }

    public CouncilCases Cases { get; }

    /// <summary>A delivery loop; what is given takes the place of the usual handlers.</summary>
    public DeliveryLoop Loop(params IWorkHandler[] handlers) => new(
        Outbox,
        handlers.Length > 0 ? handlers : Handlers(),
        Options.Create(new DeliveryOptions()),
        new DeliveryMeter(new OwnMeters()),
        Clock,
        NullLogger<DeliveryLoop>.Instance);

    /// <summary>The handlers of this module, with the case systems given.</summary>
    public IWorkHandler[] Handlers(params ICaseSystem[] systems)
    {
        var times = new ReadBackTimes(TimeSpan.FromHours(1));
        return [new ReferralHandler(Register, systems, Outbox, times, Clock), new AlertHandler(Alerts), new ReadBackHandler(Register, systems, times, Clock)];
    }

    /// <summary>Carries out all that is due.</summary>
    public async Task DeliverAsync(params IWorkHandler[] handlers)
    {
        var loop = Loop(handlers);
        while (await loop.DeliverDueAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>Stores work as a turn does.</summary>
    public Task EnqueueAsync(CaseWork work) => Outbox.AddAsync(work);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Connections.OpenForWritingAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => Commits.DisposeAsync();
}
