using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Dialogs.Crisis;

/// <summary>The one who helps was taken away by an ambulance: the danger that is left is that of the one who stays behind.</summary>
public sealed class LeftAloneTests
{
    [Theory]
    [InlineData("the paramedics took the old man at number 9, he couldn't catch his breath, and his sister with Alzheimer's is there by herself")]
    [InlineData("an ambulance has taken my aunt away, she was struggling to breathe, my uncle can't be on his own")]
    [InlineData("ambulance has just gone off with dad he collapsed, mum has dementia and there is nobody there with her")]
    public async Task Help_is_needed_today_and_999_was_rung_already(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => conversation with { Version = 0 });

        Assert.Equal("concern.urgent_care_need", turn.Replies[0].Phrase);
        Assert.Contains("999", turn.Replies[0].Text, StringComparison.Ordinal);
        Assert.Equal("urgent", Assert.Single(turn.Conversation.Sent).Kind);
    }

    [Theory]
    [InlineData("the ambulance took dad and now mum is on her own, she cant breathe")]
    [InlineData("The paramedics have taken my brother. My mum is by herself and she is not breathing properly")]
    public async Task Whoever_is_in_danger_now_is_helped_first(string says)
    {
        var turn = await OneTurn.OfAsync(says, conversation => conversation with { Version = 0 });

        Assert.Equal("concern.emergency_999", turn.Replies[0].Phrase);
    }

    [Fact]
    public async Task No_form_is_begun_while_help_for_today_is_on_its_way()
    {
        var turn = await OneTurn.OfAsync("she would like a cup of tea, and she hates the telly on", InCrisis);

        Assert.Null(turn.Conversation.OpenQuestion);
        Assert.Empty(turn.Conversation.Forms);
    }

    [Fact]
    public async Task No_figure_is_offered_that_would_be_refused()
    {
        var turn = await OneTurn.OfAsync("Does it count against him that I help?", conversation => InCrisis(conversation) with { Told = ["he needs help to dress"] });

        Assert.Equal("cue.helper_effect", turn.Replies[0].Phrase);
        Assert.DoesNotContain(turn.Replies, reply => reply.Phrase == "offer.estimate");
    }

    private static Conversation InCrisis(Conversation conversation) => conversation with
    {
        Crisis = CrisisState.Helped,
        CheckInsUntil = DateTimeOffset.UnixEpoch.AddDays(7),
        Cues = ["memory"],
        Sent = [new SentReferral("urgent", Guid.Empty, "TL-AAAA-AAAA", 0, DateTimeOffset.UnixEpoch)],
        Concerns = [new RaisedConcern(new Concern(ConcernKind.UrgentCareNeed, "care-not-come", "she is alone"), DateTimeOffset.UnixEpoch, IsOpen: false)],
        SaidLately = [.. Enumerable.Repeat("concern.urgent_care_need.follow_up", 4)],
    };
}
