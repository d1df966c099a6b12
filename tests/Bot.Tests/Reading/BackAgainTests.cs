using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Tests.Reading;

public sealed class BackAgainTests
{
    [Theory]
    [InlineData("sorry, back now")]
    [InlineData("right, back now, sorry")]
    [InlineData("ok I'm back now. She is asleep")]
    public void Whoever_returns_does_not_want_to_go_back_a_question(string text)
    {
        var reading = Read(text);

        Assert.True(reading.Has(Intent.BackAgain));
        Assert.False(reading.Has(Intent.Back));
    }

    [Theory]
    [InlineData("back")]
    [InlineData("go back please")]
    [InlineData("back please")]
    public void Whoever_wants_the_question_before_gets_it(string text) => Assert.True(Read(text).Has(Intent.Back));

    private static MessageReading Read(string text) => ReadMessage.For(text, new ReadingContext { Today = new DateOnly(2026, 11, 23) });
}
