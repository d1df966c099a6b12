using TransformingLives.Testing.Fhir;

namespace TransformingLives.CaseSystems.Tests.Fhir;

/// <summary>One server for the tests of a class: it takes seconds to start.</summary>
public sealed class RunningMedplum : IAsyncLifetime
{
    private MedplumServer? server;

    /// <summary>The server.</summary>
    public MedplumServer Server => server!;

    public async Task InitializeAsync() => server = await MedplumServer.StartAsync();

    public Task DisposeAsync() => Server.DisposeAsync().AsTask();
}
