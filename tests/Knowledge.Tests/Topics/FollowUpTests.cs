using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge.Tests.Topics;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("is there one nearer?")]
    [InlineData("how much is it?")]
    [InlineData("what about at weekends")]
    [InlineData("and for my dad?")]
    public void A_short_question_that_points_back_is_about_what_was_talked_of_before(string text)
    {
        var leant = FollowUp.Lean(Unsure, new KnowledgeQuestion(text, null, default, ["meals"]));

        Assert.Equal("meals", leant.Topics[0].Id);
    }

    [Fact]
    public void A_question_with_a_subject_of_its_own_is_not_bent_to_the_earlier_one()
    {
        var sure = new TopicGuesses([("blue_badge", 0.9), ("meals", 0.05)], null);

        Assert.Equal("blue_badge", FollowUp.Lean(sure, new KnowledgeQuestion("how much is it for a blue badge?", null, default, ["meals"])).Topics[0].Id);
    }

    [Theory]
    [InlineData("is there one nearer?", ServiceLeaning.Nearest)]
    [InlineData("anything on Saturdays?", ServiceLeaning.Weekend)]
    [InlineData("is there a free one", ServiceLeaning.Free)]
    [InlineData("a lunch club", ServiceLeaning.None)]
    public void What_is_asked_for_besides_is_read(string text, object leaning) => Assert.Equal(leaning, FollowUp.LeaningOf(text));

    private static TopicGuesses Unsure => new([("blue_badge", 0.2), ("meals", 0.1)], null);
}
