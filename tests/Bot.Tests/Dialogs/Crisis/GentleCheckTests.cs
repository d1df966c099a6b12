using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Tests.Dialogs.Crisis;

/// <summary>One simple question where a message may tell of danger and may not.</summary>
public sealed class GentleCheckTests
{
    private static readonly Concern Doubt = new(ConcernKind.Safeguarding, SafetyJudgement.LearntRule, "she has her ways of making me behave");

    [Fact]
    public async Task A_doubt_is_asked_about_in_place_of_the_next_question()
    {
        var asked = await AskedAsync();

        Assert.Equal(["noted", "doubt.safeguarding"], asked.Replies.Select(reply => reply.Phrase));
        Assert.Null(asked.Conversation.OpenQuestion);
        Assert.Equal(Doubt, asked.Conversation.Doubt);
    }

    [Fact]
    public async Task It_is_not_asked_twice_running()
    {
        var asked = await AskedAsync();

        var again = GentleCheck.Ask(asked with { Replies = [] }, asked.Conversation, await AroundAsync());

        Assert.Empty(again.Replies);
    }

    [Fact]
    public async Task Nothing_is_asked_where_a_danger_was_raised_or_an_officer_has_the_floor()
    {
        var around = await AroundAsync();
        var turn = TurnOf("she has her ways");

        var raised = turn with { Concerns = [Doubt] };
        var withOfficer = turn with { Conversation = turn.Conversation with { Floor = Floor.Officer } };

        Assert.Same(raised, GentleCheck.Ask(raised, raised.Conversation, around));
        Assert.Same(withOfficer, GentleCheck.Ask(withOfficer, withOfficer.Conversation, around));
    }

    [Fact]
    public async Task Yes_is_the_danger_that_was_meant_and_the_desk_reads_what_it_was_about()
    {
        var turn = await SaysAsync("yes");

        Assert.Equal("concern.safeguarding", turn.Replies[0].Phrase);
        Assert.Contains(Doubt.Words, Assert.Single(turn.Work.OfType<CaseWork.RaiseAlert>()).Alert.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sorry, back now. yes he has a social worker")]
    [InlineData("right I'm back. yes, we have a care plan from the school")]
    public async Task A_yes_to_something_else_after_a_pause_is_asked_about_once_more(string text)
    {
        var turn = await SaysAsync(text);

        Assert.Equal(["doubt.safeguarding"], turn.Replies.Select(reply => reply.Phrase));
        Assert.Empty(turn.Conversation.Concerns);
    }

    [Fact]
    public async Task After_a_silence_it_is_asked_again_in_place_of_a_question()
    {
        var turn = Nudging.After(TurnOf("").Remember(c => c with { Doubt = Doubt, DoubtsAsked = 1 }), await AroundAsync());

        Assert.Equal(["nudge", "doubt.safeguarding"], turn.Replies.Select(reply => reply.Phrase));
        Assert.Equal(Doubt, turn.Conversation.Doubt);
    }

    [Theory]
    [InlineData("hang on")]
    [InlineData("one moment please")]
    public async Task Whoever_has_to_wait_a_moment_can_still_answer_it(string text)
    {
        var turn = await SaysAsync(text);

        Assert.Equal(["wait"], turn.Replies.Select(reply => reply.Phrase));
        Assert.Equal(Doubt, turn.Conversation.Doubt);
    }

    [Fact]
    public async Task No_is_believed_and_the_conversation_goes_on()
    {
        var turn = await SaysAsync("no, nobody is");

        Assert.Equal("doubt.cleared", turn.Replies[0].Phrase);
        Assert.Empty(turn.Conversation.Concerns);
        Assert.Null(turn.Conversation.Doubt);
    }

    [Fact]
    public async Task Somebody_who_says_something_else_is_answered()
    {
        var turn = await SaysAsync("How do I get a blue badge?");

        Assert.Equal(EndingIds.Answered, turn.Ending);
        Assert.Null(turn.Conversation.Doubt);
    }

    [Theory]
    [InlineData("say that again", false)]
    [InlineData("I don't understand", true)]
    [InlineData("why do you ask?", false)]
    public async Task Whoever_did_not_follow_it_is_asked_once_more_and_a_yes_still_counts(string text, bool isEasier)
    {
        var turn = await SaysAsync(text);

        Assert.Equal(["doubt.safeguarding"], turn.Replies.Select(reply => reply.Phrase));
        Assert.Equal(Doubt, turn.Conversation.Doubt);
        Assert.Equal(isEasier, turn.Conversation.EasyRead);
    }

    [Fact]
    public async Task It_is_not_repeated_without_end()
    {
        var turn = await SaysAsync("say that again", asked: 3);

        Assert.Null(turn.Conversation.Doubt);
    }

    [Theory]
    [InlineData("offer.estimate", false)]
    [InlineData("arrange.reablement", false)]
    [InlineData("arrange.several", false)]
    [InlineData("offer.estimate.declined", true)]
    public async Task A_yes_can_mean_nothing_else_because_no_offer_stands_beside_it(string phrase, bool isSaid)
    {
        var turn = TurnOf(Doubt.Words) with { Replies = [new Reply { Text = "Words.", Phrase = phrase }] };

        var asked = GentleCheck.Ask(turn, turn.Conversation, await AroundAsync());

        Assert.Equal(isSaid, asked.Replies.Any(reply => reply.Phrase == phrase));
        Assert.Equal("doubt.safeguarding", asked.Replies[^1].Phrase);
    }

    [Fact]
    public async Task What_was_not_understood_is_not_promised_to_be_asked_again_before_it()
    {
        var turn = TurnOf(Doubt.Words) with { Replies = [new Reply { Text = "Let me ask again.", Phrase = "unclear" }], Ending = EndingIds.Unclear };

        var asked = GentleCheck.Ask(turn, turn.Conversation, await AroundAsync());

        Assert.Equal(["doubt.safeguarding"], asked.Replies.Select(reply => reply.Phrase));
    }

    private static async Task<Turn> AskedAsync()
    {
        var around = await AroundAsync();
        var turn = TurnOf(Doubt.Words);
        var before = turn.Conversation;
        turn = turn
            .Remember(c => c with { OpenQuestion = "where" })
            with
            { Replies = [new Reply { Text = "Thank you.", Phrase = "noted" }, new Reply { Text = "Where?", Asks = "where" }] };
        return GentleCheck.Ask(turn, before, around);
    }

    private static async Task<Turn> SaysAsync(string text, int asked = 1)
    {
        var around = await AroundAsync();
        var turn = (TurnOf(text) with { Doubt = null }).Remember(c => c with { Doubt = Doubt, DoubtsAsked = asked });
        return TurnRoute.Steps.Aggregate(TurnRoute.Screen(turn, around), (step, next) => next(step, around));
    }

    private static Turn TurnOf(string text) => new()
    {
        Message = new IncomingMessage("c1", "m1", "web", text, DateTimeOffset.UnixEpoch),
        Conversation = new Conversation { Id = "c1", Channel = "web", StartedAt = DateTimeOffset.UnixEpoch, Version = 3 },
        Doubt = Doubt,
        Reading = new MessageReading { Intents = [Intent.Telling] },
    };

    private static async Task<Surroundings> AroundAsync() => await TestCouncil.RealContent.Value;
}
