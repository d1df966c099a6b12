using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Tests.Reading;

public sealed class AskingForAPersonTests
{
    [Theory]
    [InlineData("I want to talk to a person about my brother and his flat please")]
    [InlineData("Could you put me through to the team that came out to my mother last week")]
    [InlineData("no offence but I would rather speak to someone than type all of this out again")]
    [InlineData("talk to a person")]
    [InlineData("Could I talk to Gillian please, she came in March")]
    [InlineData("can i speak to mrs okafor")]
    public void Somebody_who_asks_for_a_person_gets_one_however_long_the_message_is(string text) =>
        Assert.True(Read(text).Has(Intent.Person));

    [Theory]
    [InlineData("is there a group near Ely where my dad could find somebody to talk to now that mum has gone")]
    [InlineData("I want to talk to Harold first")]
    [InlineData("mum used to love to talk to Gillian from the club")]
    [InlineData("what happens at an assessment, is it a person who comes or do I fill it all in online")]
    public void Company_and_questions_about_people_are_no_wish_to_be_put_through(string text) =>
        Assert.False(Read(text).Has(Intent.Person));

    private static MessageReading Read(string text) => ReadMessage.For(text, new ReadingContext { Today = new DateOnly(2026, 11, 23) });
}
