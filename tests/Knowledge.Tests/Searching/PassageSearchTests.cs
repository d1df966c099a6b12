using TransformingLives.Knowledge.Searching;

namespace TransformingLives.Knowledge.Tests.Searching;

public sealed class PassageSearchTests
{
    private static readonly PassageText[] Passages =
    [
        new("badge", "Blue Badge", "A Blue Badge lets you park nearer to where you are going. It costs £10."),
        new("meals", "Meals at home", "Hot meals can be brought to your door. You pay for each meal."),
        new("allowance", "Attendance Allowance", "Money for people over State Pension age who need help with personal care. It is not means-tested."),
    ];

    [Theory]
    [InlineData("who brings hot meals?", "meals")]
    [InlineData("how much is a blue badge", "badge")]
    [InlineData("I have a bad hip. My neighbour parks right outside. Could I get a badge to park nearer?", "badge")]
    public void The_passage_that_has_the_words_is_found(string text, string expected) =>
        Assert.Equal(expected, new PassageSearch([.. Passages], null, null).Find(text, 1)[0].Passage.Id);

    [Fact]
    public void Neighbouring_words_tell_passages_apart_that_have_the_same_words()
    {
        PassageText[] alike = [new("a", "", "a plan of home care"), new("b", "", "the plan of a care home")];

        Assert.Equal("b", new PassageSearch([.. alike], null, null).Find("care home", 1)[0].Passage.Id);
    }

    [Fact]
    public void Meaning_finds_what_shares_no_word()
    {
        static float[] Of(string text) => text.Contains("meal", StringComparison.OrdinalIgnoreCase) || text.Contains("hungry", StringComparison.Ordinal) ? [1f, 0f] : [0f, 1f];

        Assert.Equal("meals", new PassageSearch([.. Passages], Of, Of).Find("she goes hungry", 1)[0].Passage.Id);
    }

    [Fact]
    public void A_message_without_a_word_finds_passages_without_a_fault() =>
        Assert.Equal(3, new PassageSearch([.. Passages], null, null).Find("???", 5).Length);

    [Fact]
    public void Of_a_long_story_the_end_is_looked_at_and_its_question_counts_by_itself()
    {
        var parts = MessageParts.Of(string.Concat(Enumerable.Range(1, 60).Select(number => $"This is sentence number {number}. ")) + "Who can help me?");

        Assert.Equal("Who can help me?", parts.Question);
        Assert.Equal(6, parts.Sentences.Length);
        Assert.True(parts.Whole.Length <= 1200);
    }
}
