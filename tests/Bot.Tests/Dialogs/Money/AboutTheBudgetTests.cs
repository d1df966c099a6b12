using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.Money;

/// <summary>Questions about a budget are answered as such, whether or not a figure was shown.</summary>
public sealed class AboutTheBudgetTests
{
    [Theory]
    [InlineData("could she put some of it towards a walk-in shower?")]
    [InlineData("can we use part of it for a new carpet")]
    [InlineData("and would he be able to spend any on driving lessons?")]
    public async Task What_it_can_be_spent_on_is_answered_before_there_is_a_figure(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => conversation with { Topics = ["direct_payments"], Told = ["she can't get in the bath"] });

        Assert.Equal("estimate.spend", turn.Replies[0].Phrase);
    }

    [Fact]
    public async Task Spending_is_no_matter_of_the_budget_where_none_was_talked_of()
    {
        var turn = await OneTurn.OfAsync("can we use part of it for parking", conversation => conversation with { Topics = ["blue_badge"] });

        Assert.DoesNotContain(turn.Replies, reply => reply.Phrase == "estimate.spend");
    }

    [Fact]
    public async Task A_figure_that_was_just_worked_out_again_is_not_said_to_be_unchanged()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await council.Runner.StartAsync("web", CancellationToken.None)).Id;
        await council.SayAsync(id, "My brother has epilepsy and lives in Ely. He needs help to wash, he needs help to dress, he needs help to get to the toilet", "show me a figure");

        var changed = await council.SayAsync(id, "Sorry, I said help to wash. It needs two people to wash him.");
        var asked = await council.SayAsync(id, "so is the figure different now?");

        Assert.Contains(changed.Replies, reply => reply.Phrase == "estimate.changed");
        Assert.Contains(asked.Replies, reply => reply.Phrase == "estimate.stands");
    }

    [Fact]
    public async Task Who_has_the_say_is_another_question()
    {
        var turn = await OneTurn.OfAsync("is it mine to spend, or does the council decide?", conversation => conversation with { Topics = ["direct_payments"], Told = ["I can't wash"] });

        Assert.Equal("cue.who_decides", turn.Replies[0].Phrase);
    }

    [Theory]
    [InlineData("so is the figure different now?")]
    [InlineData("does that make the budget more?")]
    public async Task Whether_the_figure_changes_is_answered_where_there_is_none_yet(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => conversation with { Told = ["it takes two of us now"] });

        Assert.Equal("estimate.none_yet", turn.Replies[0].Phrase);
    }
}
