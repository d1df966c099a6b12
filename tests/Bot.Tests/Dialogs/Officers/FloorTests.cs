using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Officers;

/// <summary>Who has the floor, and what the assistant does meanwhile.</summary>
public sealed class FloorTests
{
    [Fact]
    public async Task Of_two_officers_who_accept_at_once_one_has_it_and_the_other_is_told_who()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");

        var results = await Task.WhenAll(scene.JoinAsync(DeskScene.Priya), scene.JoinAsync(DeskScene.Tom));

        Assert.Single(results.OfType<EventResult.Done>());
        var holder = (await scene.NowAsync()).Handover!.Officer;
        Assert.Equal(holder, Assert.Single(results.OfType<EventResult.Refused>()).HeldBy);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        var before = await scene.Council.Store.FindHeadAsync(scene.Id, CancellationToken.None);

        Assert.Equal(DeskScene.Priya, Assert.IsType<EventResult.Refused>(await scene.WriteAsync(DeskScene.Tom, "It is me you should listen to")).HeldBy);

        Assert.Equal(before, await scene.Council.Store.FindHeadAsync(scene.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_speaks_who_has_not_joined()
    {
        await using var scene = await DeskScene.OpenAsync("hello");

        Assert.Null(Assert.IsType<EventResult.Refused>(await scene.WriteAsync(DeskScene.Priya, "Good morning")).HeldBy);
    }

    [Fact]
    public async Task An_event_for_no_conversation_is_refused()
    {
        await using var scene = await DeskScene.OpenAsync();

        Assert.IsType<EventResult.NoConversation>(await scene.Council.Runner.RunAsync(
            new IncomingEvent(ConversationId.New(), "key", new ConversationEvent.OfficerJoins(DeskScene.Priya), scene.Council.Clock.GetUtcNow()), CancellationToken.None));
    }

    [Fact]
    public async Task The_same_words_sent_twice_with_one_key_are_said_once()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);
        var words = new ConversationEvent.OfficerSays(DeskScene.Priya, new Reply { Text = "Good morning" });

        await scene.HappenAsync(words, "pressed-twice");
        Assert.IsType<EventResult.Done>(await scene.HappenAsync(words, "pressed-twice"));

        Assert.Single(await scene.Council.Store.ReadLogAsync(scene.Id, 0, CancellationToken.None), entry => entry.Text == "Good morning");
    }

    [Fact]
    public async Task The_assistant_keeps_quiet_while_an_officer_has_the_floor()
    {
        await using var scene = await DeskScene.InTheMiddleOfAFormAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);

        var result = await scene.SayAsync("what will I have to pay for care?");

        Assert.Equal("with_officer", result.Ending);
        Assert.Empty(result.Replies);
    }

    [Fact]
    public async Task Danger_is_answered_and_reaches_the_desk_while_an_officer_has_the_floor()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        await scene.JoinAsync(DeskScene.Priya);

        var result = await scene.SayAsync("she has collapsed and I can't wake her up");
        await scene.Council.DeliverAsync();

        Assert.Equal("999", result.Replies[0].Numbers[0].Number);
        var handover = (await scene.NowAsync()).Handover!;
        Assert.True(handover.IsDanger);
        Assert.Equal(DeskScene.Priya, handover.Officer);
        Assert.Contains(await scene.Council.Cases.AlertsAsync(openOnly: true, CancellationToken.None), alert => alert.Alert.Kind == "emergency_999");
    }

    [Fact]
    public async Task A_reminder_waits_while_an_officer_has_the_floor()
    {
        await using var scene = await DeskScene.OpenAsync("can I talk to a person please");
        var due = new ConversationEvent.WordsAreDue(new Reply { Text = "How are you getting on?" });
        await scene.JoinAsync(DeskScene.Priya);

        Assert.IsType<EventResult.Refused>(await scene.HappenAsync(due, "check-in"));
        await scene.HappenAsync(new ConversationEvent.OfficerGivesBack(DeskScene.Priya));

        Assert.IsType<EventResult.Done>(await scene.HappenAsync(due, "check-in"));
        Assert.EndsWith("How are you getting on?", await scene.SeenAsync(), StringComparison.Ordinal);
    }
}
