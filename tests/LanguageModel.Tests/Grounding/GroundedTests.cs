using System.Collections.Immutable;
using TransformingLives.Bot.LanguageModel.Grounding;

namespace TransformingLives.LanguageModel.Tests.Grounding;

/// <summary>What may be said for a source sentence, and what not.</summary>
public sealed class GroundedTests
{
    private static readonly ImmutableArray<EasierWord> Easier = [new(["get", "in", "touch", "with"], ["contact"]), new(["obtain"], ["get"])];

    [Theory]
    [InlineData("Hot meals can be brought to your door.", "Hot meals can be brought to your door.")]
    [InlineData("Hot meals also can be brought to your door.", "The hot meals can be brought to your door.")]
    [InlineData("You can get a form.", "You can obtain a form.")]
    [InlineData("Contact the library.", "Get in touch with the library.")]
    [InlineData("You can't claim for it.", "You cannot claim for it.")]
    [InlineData("It is on Tuesdays.", "It's on Tuesdays.")]
    [InlineData("They do lunch, games.", "They do lunch, quizzes, games.")]
    [InlineData("Ring 01632 960 100, or 01632 960 999 out of hours.", "Ring 01632 960 100, or 01632 960 999 out of hours.")]
    public void A_sentence_may_lose_little_words_and_items_of_a_list_and_be_easier(string said, string source) => Assert.True(Grounded.Is(said, source, Easier));

    [Theory]
    [InlineData("Ring 01632 960 101.", "Ring 01632 960 100.")]
    [InlineData("Ring 01632 960 999, or 01632 960 100 out of hours.", "Ring 01632 960 100, or 01632 960 999 out of hours.")]
    [InlineData("You do need to ask.", "You do not need to ask.")]
    [InlineData("You can have help.", "You can have help if you live in Ely.")]
    [InlineData("You will get help.", "You may get help.")]
    [InlineData("You get help.", "You may get help.")]
    [InlineData("We pay you.", "You pay us.")]
    [InlineData("Age UK is run by Ely Lunch Club.", "Ely Lunch Club is run by Age UK.")]
    [InlineData("Lunch is £3 and transport £5.", "Lunch is £5 and transport £3.")]
    [InlineData("You cannot get this one.", "You cannot get this one, and that one together.")]
    [InlineData("Everybody can ask.", "Most people can ask.")]
    [InlineData("Do nothing.", "Do not ring us, ring 999.")]
    [InlineData("Ring us, do not ring 999.", "Do not ring us, ring 999.")]
    [InlineData("It opens at nine.", "It opens at ten.")]
    [InlineData("It costs £23.20.", "It costs £23,250.")]
    [InlineData("It is for you.", "It is for you, if you are over 65, and ill.")]
    [InlineData("YOU can ask.", "You can ask.")]
    [InlineData("You can ask?", "You can ask.")]
    [InlineData("You can **ask**.", "You can ask.")]
    [InlineData("You can ask <b>us</b>.", "You can ask us.")]
    [InlineData("You can ask [us](https://example.com).", "You can ask us.")]
    [InlineData("You can ask\u200B us.", "You can ask us.")]
    [InlineData("Y\u043Eu can ask us.", "You can ask us.")]
    [InlineData("", "You can ask us.")]
    [InlineData("You can ask us. You can ask us. You can have £500.", "You can ask us.")]
    [InlineData("They give care.", "They give care, age uk peterborough, for 5 people.")]
    [InlineData("Research Cambridge.", "Research Cambridge, Peterborough Trust.")]
    public void A_sentence_that_says_anything_else_is_not_grounded(string said, string source) => Assert.False(Grounded.Is(said, source, Easier));

    [Fact]
    public void What_reaches_back_is_not_said_without_what_it_reaches_to()
    {
        ImmutableArray<SourceSentence> sources = [new(1, "The club has lunch.", 0, true), new(2, "It is free.", 0, true)];

        Assert.Null(ComposeAnswer.Of("", [new WordedSentence("It is free.", sources[1])], sources));
        Assert.Equal("The club has lunch. It is free.", ComposeAnswer.Of("", [new WordedSentence("The club has lunch.", sources[0]), new WordedSentence("It is free.", sources[1])], sources));
    }

    [Fact]
    public void What_is_limited_by_the_next_sentence_is_not_said_without_it()
    {
        ImmutableArray<SourceSentence> sources = [new(1, "You can get a grant.", 0, true), new(2, "But only when you own your home.", 0, true)];

        Assert.Null(ComposeAnswer.Of("", [new WordedSentence("You can get a grant.", sources[0])], sources));
    }

    [Fact]
    public void A_number_of_the_plain_answer_is_never_left_out()
    {
        ImmutableArray<SourceSentence> sources = [new(1, "Meals can be brought.", 0, true), new(2, "Ring 01632 960 100.", 0, true), new(3, "Ask about halal meals.", 1, false)];

        Assert.Null(ComposeAnswer.Of("", [new WordedSentence("Meals can be brought.", sources[0]), new WordedSentence("Ask about halal meals.", sources[2])], sources));
    }
}
