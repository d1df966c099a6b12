using TransformingLives.Knowledge.Searching;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Tests.Testing;
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

    [Theory]
    [InlineData("is there one nearer?")]
    [InlineData("what about at weekends")]
    public void With_no_subject_of_its_own_it_is_about_that_however_sure_the_words_seem(string text)
    {
        var sure = new TopicGuesses([("befriending", 0.9), ("meals", 0.05)], null);

        Assert.Equal("meals", FollowUp.Lean(sure, new KnowledgeQuestion(text, null, default, ["meals"])).Topics[0].Id);
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

    [Theory]
    [InlineData("is there one nearer?", FollowUpKind.Nearest)]
    [InlineData("what about at weekends?", FollowUpKind.Weekend)]
    [InlineData("do they do it on Sundays", FollowUpKind.Weekend)]
    [InlineData("anything in the evenings?", FollowUpKind.Evening)]
    [InlineData("is there a free one?", FollowUpKind.Free)]
    [InlineData("and for my dad?", FollowUpKind.ForSomebody)]
    [InlineData("what about for my mum", FollowUpKind.ForSomebody)]
    public void A_question_that_only_points_back_says_what_it_asks_besides(string text, FollowUpKind kind) => Assert.Equal(kind, FollowUp.KindOf(text, null));

    [Theory]
    [InlineData("what about one in Ely?")]
    [InlineData("Ely")]
    [InlineData("I'm in Ely")]
    public void Another_place_is_asked_for(string text) => Assert.Equal(FollowUpKind.Elsewhere, FollowUp.KindOf(text, A.Ely));

    [Theory]
    [InlineData("is there a lunch club nearer?")]
    [InlineData("stairlift at weekends")]
    [InlineData("and my dad fell over")]
    [InlineData("how much would I get")]
    [InlineData("yes")]
    [InlineData("")]
    public void A_subject_of_its_own_or_nothing_asked_is_no_follow_up(string text) => Assert.Null(FollowUp.KindOf(text, null));

    [Fact]
    public void A_place_with_a_subject_is_no_follow_up() => Assert.Null(FollowUp.KindOf("zimmer frame in Ely", A.Ely));

    [Fact]
    public void Only_what_is_open_at_weekends_suits_a_weekend()
    {
        var weekday = A.Service("Weekdays", hours: new OpeningHours([DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(12, 0)));
        var saturday = A.Service("Saturdays", hours: new OpeningHours([DayOfWeek.Saturday], new TimeOnly(9, 0), new TimeOnly(12, 0)));

        Assert.False(FollowUp.Suits(weekday, FollowUpKind.Weekend));
        Assert.True(FollowUp.Suits(saturday, FollowUpKind.Weekend));
        Assert.True(FollowUp.Suits(weekday with { When = "Every day" }, FollowUpKind.Weekend));
        Assert.False(FollowUp.Suits(saturday, FollowUpKind.Evening));
    }

    private static TopicGuesses Unsure => new([("blue_badge", 0.2), ("meals", 0.1)], null);
}
