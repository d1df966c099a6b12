using System.Diagnostics.Metrics;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels;

/// <summary>Counts the WebSockets that are open on this node.</summary>
internal sealed class LiveLines(IMeterFactory meters)
{
    private readonly UpDownCounter<long> connections = meters.Create(TurnMeter.Name).CreateUpDownCounter<long>("transforming_lives.connections", "{connection}", "WebSockets that are open.");
    private long open;

    /// <summary>How many are open.</summary>
    public long Open => Interlocked.Read(ref open);

    /// <summary>One opens; dispose it when it closes.</summary>
    /// <param name="kind"><c>page</c>, <c>direct_line</c> or <c>desk</c>.</param>
    public Line Add(string kind)
    {
        Count(1, kind);
        return new Line(this, kind);
    }

    private void Count(int by, string kind)
    {
        Interlocked.Add(ref open, by);
        connections.Add(by, new KeyValuePair<string, object?>("transforming_lives.connection.kind", kind));
    }

    /// <summary>One that is open; a value, because thousands wait for hours.</summary>
    public readonly struct Line(LiveLines lines, string kind) : IDisposable
    {
        public void Dispose() => lines.Count(-1, kind);
    }
}
