using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Officers;

/// <summary>How an officer leaves, and where that leaves the resident.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task Given_back_the_assistant_goes_on_with_the_question_that_was_open()
    {
        await using var scene = await DeskScene.InTheMiddleOfAFormAsync();
        var open = (await scene.NowAsync()).OpenQuestion;
        await scene.SayAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        await scene.SayAsync("four times, I'm shattered but we manage");

        var done = Assert.IsType<EventResult.Done>(await scene.HappenAsync(new ConversationEvent.OfficerGivesBack(DeskScene.Priya)));

        Assert.Equal(open, done.Turn.Replies[^1].Asks);
        Assert.Equal(Floor.Bot, (await scene.NowAsync()).Floor);
        Assert.Null((await scene.NowAsync()).Handover);
    }

    [Fact]
    public async Task Given_back_after_danger_the_form_goes_on_and_the_concern_is_closed()
    {
        await using var scene = await DeskScene.InTheMiddleOfAFormAsync("she has collapsed and I can't wake her up");
        await scene.JoinAsync(DeskScene.Priya);

        var done = Assert.IsType<EventResult.Done>(await scene.HappenAsync(new ConversationEvent.OfficerGivesBack(DeskScene.Priya)));

        Assert.NotNull(done.Turn.Replies[^1].Asks);
        Assert.All((await scene.NowAsync()).Concerns, raised => Assert.False(raised.IsOpen));
    }

    [Fact]
    public async Task Passed_on_they_keep_the_time_they_have_waited_and_the_note_stays_at_the_desk()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        var since = (await scene.NowAsync()).Handover!.Since;
        scene.Council.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.JoinAsync(DeskScene.Priya);

        await scene.HappenAsync(new ConversationEvent.OfficerTransfers(DeskScene.Priya, "money", DeskScene.Tom, "Asks about her savings"));

        var now = await scene.NowAsync();
        Assert.Equal((Floor.Waiting, since, "money", DeskScene.Tom), (now.Floor, now.Handover!.Since, now.Handover.Skill, now.Handover.For));
        Assert.Equal("Asks about her savings", now.Handover.Note);
        Assert.DoesNotContain("savings", await scene.SeenAsync(), StringComparison.Ordinal);
        Assert.Contains("Tom Okafor", await scene.SeenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrapped_up_the_outcome_is_kept_and_nothing_is_asked_any_more()
    {
        await using var scene = await DeskScene.InTheMiddleOfAFormAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);

        await scene.HappenAsync(new ConversationEvent.OfficerWrapsUp(DeskScene.Priya, "10", "Told about meals"));

        var now = await scene.NowAsync();
        Assert.Equal(("10", DeskScene.Priya), (Assert.Single(now.WrapUps).Outcome, now.WrapUps[0].By));
        Assert.Null(now.OpenQuestion);
        Assert.Null(now.Handover);
    }

    [Fact]
    public async Task A_promised_call_is_told_in_words_and_waits_for_its_time()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        var tomorrow = new DateTimeOffset(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

        await scene.HappenAsync(new ConversationEvent.OfficerPromisesCall(DeskScene.Priya, tomorrow, ""));

        Assert.Contains("tomorrow at 10:30am", await scene.SeenAsync(), StringComparison.Ordinal);
        var now = await scene.NowAsync();
        Assert.Equal((Floor.Bot, tomorrow, DeskScene.Priya), (now.Floor, now.Handover!.NotBefore, now.Handover.For));
    }

    [Fact]
    public async Task An_officer_who_is_cut_off_loses_the_floor_and_nothing_is_lost()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        var joined = (await scene.NowAsync()).Handover!.JoinedAt!.Value;
        await scene.SayAsync("it is about my mum");

        Assert.IsType<EventResult.Done>(await scene.HappenAsync(new ConversationEvent.OfficerIsGone(DeskScene.Priya, joined)));

        Assert.Equal(Floor.Waiting, (await scene.NowAsync()).Floor);
        Assert.Contains("it is about my mum", await scene.SeenAsync(), StringComparison.Ordinal);
        Assert.IsType<EventResult.Done>(await scene.JoinAsync(DeskScene.Tom));
    }

    [Fact]
    public async Task An_officer_who_came_back_meanwhile_is_left_alone()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        var first = (await scene.NowAsync()).Handover!.JoinedAt!.Value;
        await scene.HappenAsync(new ConversationEvent.OfficerGivesBack(DeskScene.Priya));
        scene.Council.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.JoinAsync(DeskScene.Priya);

        Assert.IsType<EventResult.Refused>(await scene.HappenAsync(new ConversationEvent.OfficerIsGone(DeskScene.Priya, first)));
    }
}
