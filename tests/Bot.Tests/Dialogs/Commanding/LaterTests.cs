using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Tests.Dialogs.Commanding;

/// <summary>"Can we look at that tomorrow?", and "I have to go, text me", in any wording.</summary>
public sealed class LaterTests
{
    [Theory]
    [InlineData("can we look at the stairlift again tomorrow")]
    [InlineData("I'll come back to the respite question another day")]
    [InlineData("could I ask you about the day centre in the morning instead")]
    [InlineData("let's leave the money for another time")]
    [InlineData("ok can I go back to the question about rails next week")]
    public void A_question_is_kept_for_another_day(string text) => Assert.Equal(Intent.AnotherDay, Read(text).Intents[0]);

    [Theory]
    [InlineData("can the carers come tomorrow")]
    [InlineData("she goes back to the hospital tomorrow, who looks after dad?")]
    [InlineData("can you ask them to ring me in the morning")]
    [InlineData("what time does the day centre open next week")]
    public void What_happens_tomorrow_is_not_put_off(string text) => Assert.False(Read(text).Has(Intent.AnotherDay));

    [Theory]
    [InlineData("I must go now, can you text me on 07700 900345")]
    [InlineData("sorry, got to dash. Send me a text, 07700 900345")]
    [InlineData("i'll have to go, can you text me the rest of it on 07700 900345")]
    public void Whoever_has_to_go_and_wants_a_text_gets_one(string text) => Assert.True(Read(text).Has(Intent.StopAndText));

    [Fact]
    public void A_text_by_itself_ends_nothing() => Assert.False(Read("you can text me on 07700 900345").Has(Intent.StopAndText));

    private static MessageReading Read(string text) => ReadMessage.For(text, new ReadingContext { Today = new DateOnly(2026, 11, 23) });
}
