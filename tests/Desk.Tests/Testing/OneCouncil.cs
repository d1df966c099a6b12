using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Desk.Tests.Testing;

/// <summary>One running program for tests that leave nothing behind which another could trip over.</summary>
public sealed class OneCouncil : IAsyncLifetime
{
    internal RunningCouncil Council { get; private set; } = null!;

    public async Task InitializeAsync() => Council = await RunningCouncil.StartAsync();

    public async Task DisposeAsync() => await Council.DisposeAsync();
}
