using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Tests.Dialogs.Crisis;

/// <summary>Somebody in danger is stayed with; somebody who is not gets back to what they came for.</summary>
public sealed class MovingOnTests
{
    private const string Collapsed = "My dad has collapsed and he is not breathing";
    private const string WantsToDie = "I want to kill myself";
    private const string Hits = "My husband hits me";

    [Fact]
    public async Task An_ordinary_question_after_a_danger_is_answered_once_it_was_stayed_with()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, Collapsed, "he was only holding his breath for a bet, the daft thing");
        var result = await council.SayAsync(id, "How do I get a blue badge?");

        Assert.Equal(EndingIds.Answered, result.Ending);
        Assert.Contains("999", result.Replies[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Replies, reply => reply.Text.Contains("Blue Badge", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_question_at_once_after_a_life_in_danger_does_not_end_the_help()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, Collapsed);
        var result = await council.SayAsync(id, "How do I get a blue badge?");

        Assert.Equal(EndingIds.ConcernFollowedUp, result.Ending);
    }

    [Theory]
    [InlineData(Collapsed, "how long will they be")]
    [InlineData(WantsToDie, "what should I do")]
    [InlineData(Hits, "what happens now")]
    public async Task Questions_about_the_danger_are_answered_as_such_however_often(string danger, string question)
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, danger, "I don't know", question);
        var result = await council.SayAsync(id, question);

        Assert.Equal(EndingIds.ConcernFollowedUp, result.Ending);
    }

    [Theory]
    [InlineData(Collapsed)]
    [InlineData(WantsToDie)]
    [InlineData(Hits)]
    public async Task Nobody_is_kept_in_a_danger_for_ever(string danger)
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, danger, "He likes the cricket", "My sister comes on Sundays", "We had fish for tea", "The garden is lovely just now", "I live in Ely");
        var result = await council.SayAsync(id, "He likes dominoes too");

        Assert.NotEqual(EndingIds.ConcernFollowedUp, result.Ending);
        Assert.NotEqual(EndingIds.Concern, result.Ending);
    }

    [Fact]
    public async Task Thoughts_of_suicide_are_answered_in_their_own_words_while_another_danger_is_open()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, Collapsed);
        var result = await council.SayAsync(id, WantsToDie);

        Assert.Equal("concern.suicide_self_harm", result.Replies[0].Phrase);
        var after = await council.SayAsync(id, "I don't know");
        Assert.StartsWith("concern.suicide_self_harm.", after.Replies[0].Phrase, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_alarm_that_is_said_to_be_one_is_over()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, Collapsed, "false alarm, he is fine now");
        var result = await council.SayAsync(id, "He likes the cricket");

        Assert.NotEqual(EndingIds.ConcernFollowedUp, result.Ending);
    }

    [Theory]
    [InlineData(ConcernKind.Safeguarding, 0, "he is 71, he was born on 6 June 1955", true)]
    [InlineData(ConcernKind.Safeguarding, 0, "yes I am safe", false)]
    [InlineData(ConcernKind.SuicideSelfHarm, 0, "he is 71, he was born on 6 June 1955", false)]
    [InlineData(ConcernKind.SuicideSelfHarm, 1, "he likes football, ipads and dogs", true)]
    [InlineData(ConcernKind.SuicideSelfHarm, 1, "I don't know", false)]
    [InlineData(ConcernKind.SuicideSelfHarm, 1, "he likes dogs. I want to die", false)]
    public async Task What_no_rule_saw_is_left_as_soon_as_anything_else_is_told(ConcernKind kind, int stayed, string next, bool isLeft)
    {
        var around = await TestCouncil.RealContent.Value;
        var turn = new Turn
        {
            Message = new IncomingMessage("c1", "m1", "web", next, DateTimeOffset.UnixEpoch),
            Conversation = new Conversation
            {
                Id = "c1",
                Channel = "web",
                StartedAt = DateTimeOffset.UnixEpoch,
                Version = 3,
                Concerns = [new RaisedConcern(new Concern(kind, SafetyJudgement.LearntRule, "we have come to the end of it"), DateTimeOffset.UnixEpoch, IsOpen: true)],
                SaidLately = [.. Enumerable.Repeat($"concern.{kind.Code()}.1", stayed)],
            },
            Reading = ReadMessage.For(next, new ReadingContext { Today = new DateOnly(2026, 11, 23) }),
        };

        Assert.Equal(isLeft, MovingOn.From(turn, around).Conversation.Concerns.All(raised => !raised.IsOpen));
    }

    [Fact]
    public async Task The_desk_keeps_its_alert_when_the_talk_moves_on()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await BegunAsync(council);

        await council.SayAsync(id, Hits, "How do I get a blue badge?");
        await council.DeliverAsync();

        Assert.Equal(ConcernKind.Safeguarding.Code(), Assert.Single(await council.Cases.AlertsAsync(openOnly: true, CancellationToken.None)).Alert.Kind);
    }

    private static async Task<string> BegunAsync(TestCouncil council) => (await council.Runner.StartAsync("web", CancellationToken.None)).Id;
}
