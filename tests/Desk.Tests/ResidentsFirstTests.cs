using System.Net;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>Figures and lists wait while residents do; the queue and the conversations never.</summary>
public sealed class ResidentsFirstTests
{
    [Fact]
    public async Task While_residents_wait_figures_wait_and_the_queue_does_not()
    {
        await using var council = await RunningCouncil.StartAsync(("Pressure:AtOnce", "1"), ("Pressure:Waiting", "1"));
        using var sam = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        var gate = council.Service<TurnGate>();
        Assert.True(gate.TryEnter());
        var waits = gate.EnterAsync(Urgency.UnderWay, CancellationToken.None);

        using var figures = await sam.GetAsync("/desk/figures");
        using var queue = await sam.GetAsync("/desk/queue");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (figures.StatusCode, queue.StatusCode));
        Assert.Equal("30", figures.Headers.RetryAfter!.ToString());
        Assert.Contains("Residents are answered first", await figures.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        gate.Leave();
        Assert.True(await waits);
        gate.Leave();
        using var later = await sam.GetAsync("/desk/figures");
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }
}
