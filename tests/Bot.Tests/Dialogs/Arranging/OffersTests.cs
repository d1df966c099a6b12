using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.Arranging;

/// <summary>A yes counts for what it was said to, and for nothing else.</summary>
public sealed class OffersTests
{
    [Theory]
    [InlineData("yes please, just the carer's assessment", "carers_assessment")]
    [InlineData("ok, the transitions people, go ahead", "transitions")]
    [InlineData("yes please", "carers_assessment transitions")]
    [InlineData("yes to both, the transitions lot too", "carers_assessment transitions")]
    public async Task Of_two_things_offered_only_what_was_named_is_sent(string says, string sent)
    {
        var turn = await OneTurn.OfAsync(says, conversation => Offered(conversation, "carers_assessment", "transitions"));

        Assert.Equal(sent.Split(' '), turn.Conversation.Sent.Select(one => one.Kind).Order());
    }

    [Theory]
    [InlineData("no, I don't want a figure now")]
    [InlineData("I'd rather not see an estimate, no thanks")]
    public async Task No_figure_is_no_word_against_the_help_that_was_offered(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => Offered(conversation, "needs_assessment"));

        Assert.Equal("offer.estimate.declined", turn.Replies[0].Phrase);
        Assert.False(turn.Conversation.Offers.ContainsKey(OfferIds.Arrange("needs_assessment")));
    }

    private static Conversation Offered(Conversation conversation, params string[] kinds) =>
        conversation with { Told = ["our lad leaves school soon"], OpenOffer = OfferIds.Arrange(kinds), Suggested = [.. kinds] };
}
