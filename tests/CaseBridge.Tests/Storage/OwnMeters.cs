using System.Diagnostics.Metrics;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>Makes meters that nobody else's listener takes for its own: each has this as its scope.</summary>
internal sealed class OwnMeters : IMeterFactory
{
    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        return new Meter(options);
    }

    public void Dispose()
    {
    }
}
