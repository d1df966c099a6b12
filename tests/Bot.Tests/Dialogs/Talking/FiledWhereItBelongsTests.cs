using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.Talking;

/// <summary>What is said stands under the question that it answers, and under no other that happens to be open.</summary>
public sealed class FiledWhereItBelongsTests
{
    [Theory]
    [InlineData("we were in Ely, no sorry, that's right, it is Soham we moved to")]
    [InlineData("she used to live in March but hang on that's me, her place is Littleport now")]
    public async Task Where_somebody_lives_is_no_yes_to_another_question(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("nights"));

        Assert.Null(turn.Conversation.Answers["nights"]);
    }

    [Theory]
    [InlineData("ok you can pass it on to her")]
    [InlineData("yes please leave a message for my worker")]
    [InlineData("all right, you could write that down for him")]
    public async Task A_yes_to_having_a_message_passed_on_is_sent_and_no_answer(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("lives_alone"));

        Assert.Null(turn.Conversation.Answers["lives_alone"]);
        Assert.Equal("message_to_team", Assert.Single(turn.Conversation.Sent).Kind);
    }

    [Theory]
    [InlineData("please don't call my brother about it")]
    [InlineData("don't phone the house")]
    [InlineData("never ring my sister")]
    public async Task Whom_not_to_ring_is_nothing_that_somebody_can_do(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("strengths"));

        Assert.Null(turn.Conversation.Answers["strengths"]);
        Assert.NotNull(turn.Conversation.Answers["contact_when"]);
    }

    [Theory]
    [InlineData("a direct payment, he can run it himself")]
    [InlineData("we'd like a direct payment please")]
    public async Task How_the_money_is_held_is_no_answer_about_who_is_around(string says)
    {
        var turn = await OneTurn.OfAsync(says, OneTurn.Asked("network"));

        Assert.Null(turn.Conversation.Answers["network"]);
        Assert.NotNull(turn.Conversation.Answers["holding"]);
    }

    [Theory]
    [InlineData("not that kind of thing, thanks")]
    [InlineData("nothing like that ta")]
    [InlineData("no not that sort of group")]
    public async Task Turning_down_what_was_just_told_leaves_the_question_open(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => OneTurn.Asked("strengths")(conversation) with
        {
            LastReplies = [new Reply { Text = "There are groups.", Phrase = "cue.lonely" }, new Reply { Text = "What can you do?", Asks = "strengths" }],
        });

        Assert.Null(turn.Conversation.Answers["strengths"]);
        Assert.Equal(["arrange.declined", ""], turn.Replies.Select(reply => reply.Phrase));
        Assert.Equal("strengths", turn.Conversation.OpenQuestion);
    }
}
