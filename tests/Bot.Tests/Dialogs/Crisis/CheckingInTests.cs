using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Crisis;

/// <summary>Tier two: help today by a named team, and we come back (Cambridgeshire 2014, 2.6).</summary>
public sealed class CheckingInTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 10, 0, 1, TimeSpan.Zero);
    private static readonly TestResident CannotGoOn = MrAndMrsJones.AtFirst.But(("helper_coping", "I can't go on like this"));

    [Fact]
    public async Task A_crisis_brings_the_duty_team_a_promise_to_come_back_and_no_budget()
    {
        await using var council = await TestCouncil.OpenAsync();

        var talked = await CannotGoOn.TalkAsync(council, MrAndMrsJones.Opening);
        await council.DeliverAsync();

        Assert.Contains("tomorrow, Thursday 26 November and Monday 30 November, at 10:00", Assert.Single(talked.Replies, reply => reply.Phrase == "crisis.check_ins").Text, StringComparison.Ordinal);
        Assert.Equal("carer_breakdown", Assert.Single(await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None)).Alert.Kind);
        Assert.Equal("urgent", Assert.Single(await council.Cases.ReferralsAsync(10, CancellationToken.None)).Referral.Kind);
        var refused = await council.SayAsync(talked.Now.Id, "carry on with what we were doing", "show me a figure");
        Assert.Contains(refused.Replies, reply => reply.Phrase == "estimate.not_in_crisis");
    }

    [Fact]
    public async Task It_is_promised_once_however_often_it_is_said()
    {
        await using var council = await TestCouncil.OpenAsync();
        var talked = await CannotGoOn.TalkAsync(council, MrAndMrsJones.Opening);

        await council.SayAsync(talked.Now.Id, "I really can't go on like this any more", "start again", "I can't go on like this");

        Assert.Single(await LogAsync(council, talked.Now.Id), entry => entry.Reply is { Phrase: "crisis.check_ins" });
    }

    [Fact]
    public async Task We_ask_when_we_said_we_would_also_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        var before = await TestCouncil.OpenAsync(folder);
        var id = (await CannotGoOn.TalkAsync(before, MrAndMrsJones.Opening)).Now.Id;
        await before.DeliverAsync();
        Assert.DoesNotContain(await LogAsync(before, id), Asks);
        await before.StopAsync();

        await using var after = await TestCouncil.OpenAsync(folder);
        await NextAsync(after, 1);
        await after.DeliverAsync();

        Assert.Single(await LogAsync(after, id), Asks);
    }

    [Fact]
    public async Task Nobody_asks_while_an_officer_talks_with_them()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await CannotGoOn.TalkAsync(council, MrAndMrsJones.Opening)).Now.Id;
        await council.DeliverAsync();
        await council.SayAsync(id, "talk to a person");
        await council.Runner.RunAsync(new IncomingEvent(id, "joins", new ConversationEvent.OfficerJoins(new Officer("o1", "Olive")), council.Clock.GetUtcNow()), CancellationToken.None);

        await NextAsync(council, 1);

        Assert.DoesNotContain(await LogAsync(council, id), Asks);
    }

    [Fact]
    public async Task Better_ends_it_and_opens_the_way_back_to_ordinary_support()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await AskedAsync(council);

        var result = await council.SayAsync(id, "Much better");

        Assert.Contains(result.Replies, reply => reply.Phrase == "check_in.better");
        Assert.Contains(result.Replies, reply => reply.Asks is { } asked && asked != "check_in_how");
        await NextAsync(council, 3);
        Assert.Single(await LogAsync(council, id), Asks);
    }

    [Fact]
    public async Task Worse_tells_the_duty_team_at_once()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await AskedAsync(council);

        var result = await council.SayAsync(id, "worse");
        await council.DeliverAsync();

        Assert.Contains(result.Replies, reply => reply.Phrase == "check_in.worse");
        Assert.Equal(2, (await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task The_same_is_asked_again_until_the_last_day_that_was_promised()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await AskedAsync(council);

        var first = await council.SayAsync(id, "about the same");
        await NextAsync(council, 3);
        await council.SayAsync(id, "about the same");
        await NextAsync(council, 7);
        var last = await council.SayAsync(id, "no change");

        Assert.Contains(first.Replies, reply => reply.Phrase == "check_in.same");
        Assert.Contains(last.Replies, reply => reply.Phrase == "check_in.same_last");
        Assert.Equal(3, (await LogAsync(council, id)).Count(Asks));
    }

    [Fact]
    public async Task Danger_in_an_answer_to_a_check_in_comes_first()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await AskedAsync(council);

        var result = await council.SayAsync(id, "he has collapsed and he is not breathing");

        Assert.Equal(ReplyStyle.Danger, result.Replies[0].Style);
    }

    private static async Task<string> AskedAsync(TestCouncil council)
    {
        var id = (await CannotGoOn.TalkAsync(council, MrAndMrsJones.Opening)).Now.Id;
        await council.DeliverAsync();
        await NextAsync(council, 1);
        return id;
    }

    private static async Task NextAsync(TestCouncil council, int days)
    {
        council.Clock.SetUtcNow(Monday.AddDays(days));
        await council.DeliverAsync();
    }

    private static async Task<IEnumerable<LogEntry>> LogAsync(TestCouncil council, string id) => await council.Store.ReadLogAsync(id, 0, CancellationToken.None);

    private static bool Asks(LogEntry entry) => entry.Reply is { Asks: "check_in_how" };
}
