using System.Net;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Web;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>What is counted, on the running program.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task A_turn_is_counted_once_by_how_it_ended_and_where_and_a_danger_by_its_kind()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var measured = new Measured(council);
        using var resident = new ResidentBrowser(new Uri(council.Address));

        await resident.SayAsync("I can't breathe and my chest is crushing", "1");
        await resident.SayAsync("I can't breathe and my chest is crushing", "1", isOpen: true);

        // The alert is brought to the desk beside us, by no turn.
        await council.AlertsAsync();
        await measured.UntilAsync("transforming_lives.delivery.duration");
        var turn = Assert.Single(measured.Of("transforming_lives.turn.duration"));
        Assert.Equal(("concern", "web"), (turn["transforming_lives.turn.ending"], turn["transforming_lives.channel"]));
        Assert.True(turn.Value > 0);
        Assert.Equal("emergency_999", Assert.Single(measured.Of("transforming_lives.concerns"))["transforming_lives.concern.kind"]);
        Assert.Equal(0, measured.Of("transforming_lives.turns.active").Sum(change => change.Value));
        Assert.Contains(measured.Of("transforming_lives.delivery.duration"), delivery => (delivery["transforming_lives.work.kind"], delivery["transforming_lives.delivery.result"]) == (WorkKind.Alert, "taken"));
    }

    [Fact]
    public async Task A_turn_that_could_not_be_stored_is_counted_with_what_was_wrong()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var measured = new Measured(council);
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Service<CommitQueue>().RunAsync("fault", (session, token) => session.Command("PRAGMA query_only = ON").ExecuteNonQueryAsync(token));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", "web", "hello", council.Clock.GetUtcNow()), default));

        var turn = Assert.Single(measured.Of("transforming_lives.turn.duration"));
        Assert.Equal((nameof(StorageUnavailableException), ""), (turn["error.type"], turn["transforming_lives.turn.ending"]));
        Assert.Equal(0, measured.Of("transforming_lives.turns.active").Sum(change => change.Value));
    }

    [Fact]
    public async Task An_open_page_is_counted_until_it_closes()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var measured = new Measured(council);
        var lines = council.Service<Bot.Channels.LiveLines>();

        using (lines.Add("page"))
        {
            Assert.Equal(1, lines.Open);
        }

        Assert.Equal(0, lines.Open);
        Assert.Equal([1, -1], measured.Of("transforming_lives.connections").Select(change => change.Value));
    }
}
