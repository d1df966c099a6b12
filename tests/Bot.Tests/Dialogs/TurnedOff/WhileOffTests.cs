using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.TurnedOff;

/// <summary>The assistant, or a channel, is turned off while people talk to it.</summary>
public sealed class WhileOffTests
{
    private const string Words = "Our lines are being mended.";
    private static readonly SwitchedOff Everything = Off(SwitchIds.Assistant);

    [Fact]
    public async Task Danger_is_answered_first_and_alerts_the_desk_while_it_is_off()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BeginAsync(council);
        council.TurnOff(Everything);

        var result = await council.SayAsync(id, "she has collapsed and I can't wake her up");
        await council.DeliverAsync();

        Assert.Equal("concern", result.Ending);
        Assert.Equal("999", result.Replies[0].Numbers[0].Number);
        Assert.Empty(result.Replies[0].Actions);
        Assert.Equal("emergency_999", Assert.Single(await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None)).Alert.Kind);
    }

    [Fact]
    public async Task Somebody_in_danger_is_stayed_with_and_told_that_it_is_off()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BeginAsync(council);
        council.TurnOff(Everything);
        await council.SayAsync(id, "my husband hits me");

        var result = await council.SayAsync(id, "he will be back at six");

        Assert.Equal("concern_followed_up", result.Ending);
        Assert.Contains(result.Replies, reply => reply.Text.Contains(Words, StringComparison.Ordinal));
        Assert.All(result.Replies, reply => Assert.Empty(reply.Actions));
        var back = await council.SayAsync(id, "Carry on with what we were doing");
        Assert.Equal("switched_off", back.Ending);
    }

    [Fact]
    public async Task In_mid_form_nothing_is_lost_and_it_goes_on_where_it_was()
    {
        await using var council = await TestCouncil.OpenAsync();
        var before = (await new TestResident(("offer.first_conversation", "Yes please"), ("about_who", "Both of us")).TalkAsync(council, MrAndMrsJones.Opening)).Now;
        var id = before.Id;
        Assert.Equal("where", before.OpenQuestion);

        council.TurnOff(Everything);
        var told = await council.SayAsync(id, "CB23");
        var during = await FindAsync(council, id);
        council.TurnOff();
        var after = await council.SayAsync(id, "CB23");

        Assert.Equal("switched_off", told.Ending);
        var reply = Assert.Single(told.Replies);
        Assert.Contains(Words, reply.Text, StringComparison.Ordinal);
        Assert.Contains("You can try again tomorrow at 9.", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Numbers, number => number.Number == "01632 960 100");
        Assert.Equal((before.OpenQuestion, before.Answers.ByQuestion.Count), (during.OpenQuestion, during.Answers.ByQuestion.Count));
        Assert.Contains(await council.Store.ReadLogAsync(id, 0, CancellationToken.None), entry => entry.Text == "CB23");
        Assert.Equal("asked", after.Ending);
        Assert.NotNull((await FindAsync(council, id)).Answers[before.OpenQuestion!]);
    }

    [Fact]
    public async Task Out_of_hours_the_number_is_the_one_that_somebody_answers()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BeginAsync(council);
        council.TurnOff(Everything);
        council.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero));

        var result = await council.SayAsync(id, "hot meals in Ely");

        Assert.Equal("01632 960 999", result.Replies[0].Numbers[0].Number);
    }

    [Fact]
    public async Task One_channel_off_leaves_the_others_on()
    {
        await using var council = await TestCouncil.OpenAsync();
        council.TurnOff(Off("sms"));

        Assert.Equal("switched_off", (await AskAsync(council, "sms")).Ending);
        Assert.Equal("answered", (await AskAsync(council, "web")).Ending);
    }

    [Fact]
    public async Task An_officer_who_has_the_floor_keeps_it()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BeginAsync(council);
        await council.SayAsync(id, "can I talk to a person please");
        await council.Runner.RunAsync(new IncomingEvent(id, "joins", new ConversationEvent.OfficerJoins(new Officer("o1", "Olive")), council.Clock.GetUtcNow()), CancellationToken.None);
        council.TurnOff(Everything);

        var result = await council.SayAsync(id, "thank you for coming");

        Assert.Equal("with_officer", result.Ending);
        Assert.Empty(result.Replies);
    }

    [Fact]
    public async Task A_check_in_that_falls_due_becomes_a_call_by_staff()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await MrAndMrsJones.AtFirst.But(("helper_coping", "I can't go on like this")).TalkAsync(council, MrAndMrsJones.Opening)).Now.Id;
        council.TurnOff(Everything);

        await council.Runner.RunAsync(new IncomingEvent(id, "check-in", new ConversationEvent.CheckInFallsDue(), council.Clock.GetUtcNow()), CancellationToken.None);
        await council.DeliverAsync();

        Assert.Contains(await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None), alert => alert.Alert is { Kind: "ring_them" } one && one.Words.Contains("turned off", StringComparison.Ordinal));
        Assert.DoesNotContain(await council.Store.ReadLogAsync(id, 0, CancellationToken.None), entry => entry.Reply is { Asks: "check_in_how" });
    }

    [Fact]
    public async Task Whoever_begins_while_it_is_off_is_told_first_of_all()
    {
        await using var council = await TestCouncil.OpenAsync();
        council.TurnOff(Everything);

        var id = await BeginAsync(council);

        Assert.Contains(Words, Assert.Single(await council.Store.ReadLogAsync(id, 0, CancellationToken.None)).Text, StringComparison.Ordinal);
    }

    private static SwitchedOff Off(string what) => new(what, Words, "tomorrow at 9", "Ada Byron", default);

    private static async Task<string> BeginAsync(TestCouncil council) => (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

    private static async Task<TurnResult> AskAsync(TestCouncil council, string channel)
    {
        var conversation = await council.Runner.StartAsync(channel, CancellationToken.None);
        return (await council.Runner.RunAsync(new IncomingMessage(conversation.Id, "1", channel, "hot meals in Ely", council.Clock.GetUtcNow()), CancellationToken.None))!;
    }

    private static async Task<Conversation> FindAsync(TestCouncil council, string id) => (await council.Store.FindAsync(id, CancellationToken.None))!;
}
