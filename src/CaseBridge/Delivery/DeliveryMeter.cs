using System.Diagnostics;
using System.Diagnostics.Metrics;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Counts what became of deliveries and how long they took: kinds and results, never whose they are.</summary>
internal sealed class DeliveryMeter(IMeterFactory meters)
{
    private static readonly ActivitySource Source = new(CaseBridgeRegistration.MeterName);
    private static readonly InstrumentAdvice<double> Steps = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private readonly Histogram<double> duration = meters.Create(CaseBridgeRegistration.MeterName)
        .CreateHistogram("transforming_lives.delivery.duration", "s", "How long it took to carry out work of the outbox.", null, Steps);

    /// <summary>Work is carried out as <paramref name="deliver"/> does; what it gives back is how it ended.</summary>
    public async Task MeasureAsync(LeasedWork work, Func<Task<string>> deliver)
    {
        var begun = Stopwatch.GetTimestamp();
        using var activity = Source.StartActivity($"deliver {work.Kind}", ActivityKind.Consumer);
        var result = await deliver();
        var (kind, ended) = (KeyValuePair.Create("transforming_lives.work.kind", (object?)work.Kind), KeyValuePair.Create("transforming_lives.delivery.result", (object?)result));
        activity?.SetTag(kind.Key, kind.Value).SetTag(ended.Key, ended.Value);
        activity?.SetStatus(result is "failed" or "refused" or "given_up" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, kind, ended);
    }
}
