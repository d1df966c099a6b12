using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.Talking;

/// <summary>What was told is not asked again, and what points back at our own words is understood.</summary>
public sealed class HeardTests
{
    [Theory]
    [InlineData("yes she knows")]
    [InlineData("he told me what to put")]
    [InlineData("It's OK, they know")]
    [InlineData("my brother asked me to, he told me what to say")]
    public async Task Whether_the_person_knows_is_not_asked_after_it_was_told(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => OneTurn.Asked("where")(conversation) with { Told = ["my brother is 70"] });

        Assert.NotNull(turn.Conversation.Answers["person_knows"]);
    }

    [Theory]
    [InlineData("she knows what day it is most of the time")]
    [InlineData("he knows how to use the microwave")]
    public async Task What_somebody_can_remember_is_another_matter(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("where"));

        Assert.Null(turn.Conversation.Answers["person_knows"]);
    }

    [Theory]
    [InlineData("my brother has epilepsy. I've got arthritis myself", "epilepsy")]
    [InlineData("it's about my brother. I have angina so I can't lift him", "")]
    public async Task The_illness_of_the_one_who_helps_is_not_given_to_the_other(string says, string conditions)
    {
        var turn = await OneTurn.OfAsync(says);

        Assert.Equal(conditions, string.Join(' ', turn.Conversation.Facts.Where(fact => fact.Fact == "person.conditions").Select(fact => ((Bot.Forms.TextValue)fact.Value).Text)));
        Assert.Contains(turn.Conversation.Facts, fact => fact.Fact == "told.helper");
    }

    [Theory]
    [InlineData("both please")]
    [InlineData("both")]
    [InlineData("either of them really")]
    public async Task Both_of_two_things_told_is_taken_as_such(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => OneTurn.Asked("where")(conversation) with
        {
            LastReplies = [new Reply { Text = "There are choirs. Ask us.", Phrase = "cue.lonely" }, new Reply { Text = "There is help to find work.", Phrase = "cue.work" }, new Reply { Text = "Where?", Asks = "where" }],
        });

        Assert.StartsWith("noted", turn.Replies[0].Phrase, StringComparison.Ordinal);
        Assert.Contains(turn.Conversation.Facts, fact => fact.Fact == "told.what_matters" && fact.Words.Contains("choirs", StringComparison.Ordinal) && fact.Words.Contains("work", StringComparison.Ordinal));
        Assert.Equal("where", turn.Conversation.OpenQuestion);
    }

    [Theory]
    [InlineData("I can walk fine but I can't lift a pan", "I can walk fine")]
    [InlineData("can still dress myself, just can't do buttons", "can still dress myself")]
    public async Task What_works_is_kept_beside_what_does_not(string says, string strength)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("lives_alone"));

        Assert.Contains(turn.Conversation.Facts, fact => fact.Fact == "person.strengths" && fact.Words.Contains(strength, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_is_named_again_by_what_it_was_asked_for()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        var first = await council.SayAsync(id, "I live in Ely", "my lad gets bored, is there anything on at half term?");
        var again = await council.SayAsync(id, "what was that half term thing called again?");

        Assert.Contains(first.Replies.SelectMany(reply => reply.Services).Select(service => service.Name), name => again.Replies[0].Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_told_of_before_the_place_was_known_is_told_for_the_place()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        await council.SayAsync(id, "my sister has epilepsy and I help her", "she doesn't drive, how would she get to a club?");
        var far = await council.SayAsync(id, "Carlisle");

        Assert.Contains(far.Replies, reply => reply.Phrase == "place.none_of" && reply.Text.Contains("Carlisle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_are_spoken_of_as_two()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;

        var said = await council.SayAsync(id, "it's about my mum and dad, he has epilepsy and she is deaf");

        Assert.Contains(said.Replies, reply => reply.Text.Contains("Where do your mother and father live?", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("do me as well please")]
    [InlineData("yes and do mine too")]
    public async Task A_helper_who_asks_for_the_same_is_sent_too(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => OneTurn.Asked("nights")(conversation) with { Told = ["my wife needs help"], Suggested = ["needs_assessment"] });

        Assert.Equal(["carers_assessment", "needs_assessment"], turn.Conversation.Sent.Select(sent => sent.Kind).Order());
    }

    [Theory]
    [InlineData("ok to the grab rail team, and the kettle stand")]
    [InlineData("aye to the kettle tipper")]
    public async Task A_thing_that_was_told_of_is_agreed_to_by_its_name(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => OneTurn.Asked("tried")(conversation) with { Told = ["can't pour"], Suggested = ["reablement"] });

        Assert.Equal("reablement", Assert.Single(turn.Conversation.Sent).Kind);
    }

    [Theory]
    [InlineData("dad would take to somebody who keeps her company")]
    [InlineData("I'd love someone to mind him so I can get to the shops")]
    [InlineData("one free evening a week would make all the difference")]
    public async Task A_rest_for_the_helper_is_heard_in_other_words(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("nights"));

        Assert.Contains("helper_break", turn.Conversation.Cues);
        Assert.Null(turn.Conversation.Answers["nights"]);
    }
}
