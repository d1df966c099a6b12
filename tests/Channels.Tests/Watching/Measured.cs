using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>Listens to what one running program measures, and to no other's.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<Reading> readings = new();
    private readonly ConcurrentDictionary<string, Instrument> instruments = new();

    public Measured(RunningCouncil council)
    {
        var meters = council.Service<IMeterFactory>();
        listener.InstrumentPublished = (instrument, here) =>
        {
            // The runtime's own belong to everybody.
            if (instrument.Meter.Scope == meters || instrument.Meter.Name == "System.Runtime")
            {
                instruments[instrument.Name] = instrument;
                here.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Everything that can be measured.</summary>
    public ICollection<Instrument> Instruments => instruments.Values;

    /// <summary>What was measured under a name.</summary>
    public Reading[] Of(string name) => [.. readings.Where(reading => reading.Name == name)];

    /// <summary>Waits until something was measured under a name.</summary>
    public async Task UntilAsync(string name)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Of(name).Length == 0)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>All of it.</summary>
    public IEnumerable<Reading> All => readings;

    /// <summary>Asks what is only measured when asked for.</summary>
    public void Look() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        readings.Enqueue(new Reading(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString() ?? "")));
}

/// <summary>One measurement.</summary>
internal sealed record Reading(string Name, double Value, IReadOnlyDictionary<string, string> Tags)
{
    public string this[string tag] => Tags.GetValueOrDefault(tag, "");
}
