using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>Gives what the checks find to whoever watches from afar: 2 is well, 1 is to be looked at, 0 has failed.</summary>
internal sealed class HealthMeter : IHealthCheckPublisher
{
    private volatile HealthReport? last;

    public HealthMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        meters.Create(TurnMeter.Name).CreateObservableGauge("transforming_lives.health", Measured, null, "What each check of this node found: 2 well, 1 to be looked at, 0 failed.");
    }

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        last = report;
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<int>> Measured() =>
        (last?.Entries ?? ImmutableDictionary<string, HealthReportEntry>.Empty).Select(entry => new Measurement<int>((int)entry.Value.Status, new KeyValuePair<string, object?>("transforming_lives.check", entry.Key)));
}
