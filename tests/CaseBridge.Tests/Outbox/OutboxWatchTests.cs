using System.Diagnostics.Metrics;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.CaseBridge.Tests.Storage;

namespace TransformingLives.CaseBridge.Tests.Outbox;

/// <summary>What whoever watches is told of the outbox.</summary>
public sealed class OutboxWatchTests : IDisposable
{
    private readonly SqliteFile file = new();
    private readonly OwnMeters meters = new();
    private readonly MeterListener listener = new();
    private readonly Dictionary<string, double> measured = [];

    public OutboxWatchTests()
    {
        listener.InstrumentPublished = (instrument, here) =>
        {
            if (instrument.Meter.Scope == meters)
            {
                here.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured[instrument.Name] = value);
        listener.Start();
    }

    public void Dispose()
    {
        listener.Dispose();
        file.Dispose();
    }

    [Fact]
    public async Task The_oldest_work_grows_older_until_it_is_carried_out_also_while_the_database_is_away()
    {
        await using var node = new CaseStorage(file.Connections);
        await node.Cases.UpgradeAsync(default);
        using var watch = new OutboxWatch(node.Outbox, node.Clock, meters);
        await node.EnqueueAsync(new CaseWork.SubmitReferral(SampleReferral.New()));
        node.Clock.Advance(TimeSpan.FromMinutes(7));

        Assert.Equal((420, 1, 0), await LookAsync(watch));

        await node.ExecuteAsync("ALTER TABLE outbox RENAME TO away");
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((480, 1, 0), await LookAsync(watch));

        await node.ExecuteAsync("ALTER TABLE away RENAME TO outbox");
        await node.DeliverAsync(ScriptedHandler.Of(WorkKind.Referral, new DeliveryResult.Refused("The date of birth is in the future.")));
        Assert.Equal((0, 0, 1), await LookAsync(watch));
    }

    private async Task<(double Age, double Depth, double GivenUp)> LookAsync(OutboxWatch watch)
    {
        await watch.LookAsync(default);
        listener.RecordObservableInstruments();
        return (measured["transforming_lives.outbox.age"], measured["transforming_lives.outbox.depth"], measured["transforming_lives.outbox.given_up"]);
    }
}
