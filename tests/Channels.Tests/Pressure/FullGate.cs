using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Channels.Tests.Pressure;

/// <summary>One turn is worked on and another waits, for as long as a test wants: with one place and one to wait, whoever comes now finds us busy.</summary>
internal sealed class FullGate : IAsyncDisposable
{
    /// <summary>Settings under which it is full.</summary>
    public static readonly (string Name, string Value)[] Settings = [("Pressure:AtOnce", "1"), ("Pressure:Waiting", "1")];

    private readonly TurnGate gate;
    private readonly Task<bool> waits;

    public FullGate(RunningCouncil council)
    {
        gate = council.Service<TurnGate>();
        Assert.True(gate.TryEnter());
        waits = gate.EnterAsync(Urgency.UnderWay, CancellationToken.None);
        Assert.Equal(1, gate.Waiting);
    }

    /// <summary>Waits until so many wait.</summary>
    public async Task UntilWaitingAsync(int many)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (gate.Waiting != many)
        {
            await Task.Delay(5, patience.Token);
        }
    }

    /// <summary>Both are done: everybody comes in.</summary>
    public async ValueTask DisposeAsync()
    {
        gate.Leave();
        if (await waits)
        {
            gate.Leave();
        }
    }
}
