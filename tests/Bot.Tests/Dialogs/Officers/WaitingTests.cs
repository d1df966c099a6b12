using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Officers;

/// <summary>What somebody is told who waits for a person: what is known, and no more.</summary>
public sealed class WaitingTests
{
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, null, "No officer is at the desk")]
    [InlineData(0, 2, null, "Nobody is waiting before you. An officer should be with you in 10 minutes or less.")]
    [InlineData(1, 2, 4, "One person is waiting before you. Lately people have waited about 4 minutes.")]
    [InlineData(7, 2, 4, "7 people are waiting before you.")]
    [InlineData(3, 2, null, "I can't say yet how long")]
    [InlineData(3, 2, 25, "it may take longer than 10 minutes")]
    public async Task The_wait_is_told_as_it_is(int ahead, int officers, int? lately, string expected)
    {
        var around = (await TestCouncil.RealContent.Value) with
        {
            Now = MondayMorning,
            Desk = new DeskSituation([.. Enumerable.Range(0, ahead).Select(at => $"other{at}")], officers, lately is { } minutes ? TimeSpan.FromMinutes(minutes) : null),
        };

        Assert.Contains(expected, WaitWords.For(ATurn(), around), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T07:30:00Z", "today at 9am")]
    [InlineData("2026-11-23T18:00:00Z", "tomorrow at 9am")]
    [InlineData("2026-11-27T18:00:00Z", "on Monday 30 November at 9am")]
    [InlineData("2026-12-24T18:00:00Z", "on Tuesday 29 December at 9am")]
    [InlineData("2027-06-01T17:00:00Z", "tomorrow at 9am")]
    public async Task Out_of_hours_they_are_told_when_somebody_reads_it(string now, string opens)
    {
        var around = (await TestCouncil.RealContent.Value) with { Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Contains(opens, WaitWords.For(ATurn(), around), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_waits_can_go_on_with_the_form()
    {
        await using var scene = await DeskScene.InTheMiddleOfAFormAsync();
        var open = (await scene.NowAsync()).OpenQuestion;

        var asked = await scene.SayAsync("can I talk to a person please");
        var went = await scene.SayAsync("her garden and her cat");

        Assert.Equal(open, asked.Replies[^1].Asks);
        Assert.Equal("asked", went.Ending);
        Assert.NotEqual(open, (await scene.NowAsync()).OpenQuestion);
        Assert.Equal(Floor.Waiting, (await scene.NowAsync()).Floor);
    }

    [Fact]
    public async Task Asking_twice_keeps_the_place_and_raises_one_alert()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        var since = (await scene.NowAsync()).Handover!.Since;
        scene.Council.Clock.Advance(TimeSpan.FromMinutes(5));

        await scene.SayAsync("can I talk to a person please");
        await scene.Council.DeliverAsync();

        Assert.Equal(since, (await scene.NowAsync()).Handover!.Since);
        Assert.Single(await scene.Council.Cases.AlertsAsync(openOnly: true, CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_begins_again_keeps_their_place_in_the_queue()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please", "start again");

        Assert.NotNull((await scene.NowAsync()).Handover);
    }

    [Fact]
    public async Task Danger_puts_a_conversation_into_the_queue_without_being_asked_for()
    {
        await using var scene = await DeskScene.OpenAsync("I can't go on, I want to end my life");

        var now = await scene.NowAsync();
        Assert.Equal(Floor.Bot, now.Floor);
        Assert.True(now.Handover!.IsDanger);
        Assert.Equal(TimeSpan.FromMinutes(2), now.Handover.PromisedBy - now.Handover.Since);
    }

    [Fact]
    public async Task The_promise_counts_opening_hours()
    {
        await using var scene = await DeskScene.OpenAsync();
        scene.Council.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 27, 20, 0, 0, TimeSpan.Zero));

        await scene.SayAsync("can I talk to a person please");

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 10, 0, TimeSpan.Zero), (await scene.NowAsync()).Handover!.PromisedBy);
    }

    private static Turn ATurn() => new()
    {
        Message = new IncomingMessage("me", "key", "web", "a person please", MondayMorning),
        Conversation = new Conversation { Id = "me", Channel = "web", StartedAt = MondayMorning, Topics = ImmutableArray<string>.Empty },
    };
}
