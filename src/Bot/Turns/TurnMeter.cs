using System.Diagnostics;
using System.Diagnostics.Metrics;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Turns;

/// <summary>Counts turns by how they ended, how long they took, and what the safety net raised: codes and numbers, never whose they are or what was said.</summary>
public sealed class TurnMeter
{
    /// <summary>The name of the program's metrics and traces.</summary>
    public const string Name = "TransformingLives.Bot";

    private const string Channel = "transforming_lives.channel";
    private const string Ending = "transforming_lives.turn.ending";
    private static readonly ActivitySource Source = new(Name);
    private static readonly InstrumentAdvice<double> Steps = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] };
    private readonly Histogram<double> duration;
    private readonly UpDownCounter<long> active;
    private readonly Counter<long> concerns;

    /// <summary>Makes the instruments.</summary>
    public TurnMeter(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        var meter = meters.Create(Name);
        duration = meter.CreateHistogram("transforming_lives.turn.duration", "s", "From when a message, or an event, was taken to when its turn was on the disk.", null, Steps);
        active = meter.CreateUpDownCounter<long>("transforming_lives.turns.active", "{turn}", "Turns under way.");
        concerns = meter.CreateCounter<long>("transforming_lives.concerns", "{concern}", "Concerns that the safety net raised.");
    }

    /// <summary>A turn begins.</summary>
    internal Measured Begin()
    {
        active.Add(1);
        return new Measured(this);
    }

    /// <summary>A turn that is measured until it is disposed.</summary>
    internal sealed class Measured(TurnMeter meter) : IDisposable
    {
        private readonly long begun = Stopwatch.GetTimestamp();
        private readonly Activity? activity = Source.StartActivity("turn");

        /// <summary>It is stored.</summary>
        public void Stored(StoredTurn turn, int concernsBefore)
        {
            var (ending, channel) = (turn.Ending, turn.Message?.Channel ?? turn.After.Channel);
            meter.duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new(Ending, ending), new(Channel, channel));
            activity?.SetTag(Ending, ending).SetTag(Channel, channel);
            foreach (var raised in turn.After.Concerns.Skip(concernsBefore))
            {
                meter.concerns.Add(1, new KeyValuePair<string, object?>("transforming_lives.concern.kind", raised.Concern.Kind.Code()));
            }
        }

        /// <summary>Whoever asked was told that we are busy.</summary>
        public void TurnedAway(string channel) =>
            meter.duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new(Ending, EndingIds.Busy), new(Channel, channel));

        /// <summary>Notes what it failed of.</summary>
        /// <returns>False: whoever threw it is not stopped.</returns>
        public bool Failed(Exception exception)
        {
            if (exception is not OperationCanceledException)
            {
                var kind = exception.GetType().Name;
                meter.duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("error.type", kind));
                activity?.SetTag("error.type", kind).SetStatus(ActivityStatusCode.Error);
            }

            return false;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            meter.active.Add(-1);
            activity?.Dispose();
        }
    }
}
