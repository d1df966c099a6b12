using System.Data.Common;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Looks at the outbox now and then, so that whoever watches has its numbers without asking the database.</summary>
internal sealed class OutboxWatch : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly OutboxQueue outbox;
    private readonly TimeProvider clock;
    private volatile OutboxState last = OutboxState.Empty;

    public OutboxWatch(OutboxQueue outbox, TimeProvider clock, IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        this.outbox = outbox;
        this.clock = clock;
        var meter = meters.Create(CaseBridgeRegistration.MeterName);
        meter.CreateObservableUpDownCounter("transforming_lives.outbox.depth", () => last.Waiting, "{work}", "Work that should be carried out by now and isn't.");
        meter.CreateObservableUpDownCounter("transforming_lives.outbox.given_up", () => last.GivenUp, "{work}", "Work that isn't tried any more and lies before staff.");
        meter.CreateObservableGauge("transforming_lives.outbox.age", () => last.Age(clock.GetUtcNow()).TotalSeconds, "s", "How long the oldest work that should be carried out has been waiting.");
    }

    /// <summary>Looks once. While the database is away, what was seen last stands, and grows older.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            last = await outbox.StateAsync(cancellationToken);
        }
        catch (DbException)
        {
            // Whoever asks whether we are ready hears of it.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
