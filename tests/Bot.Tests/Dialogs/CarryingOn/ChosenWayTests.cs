using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Tests.Dialogs.CarryingOn;

public sealed class ChosenWayTests
{
    private const string Theirs = "+447700900123";
    private static readonly DateTimeOffset EarlyInTheMorning = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("not before ten", 10, 0, 19, 0)]
    [InlineData("please don't ring before 9.30, he sleeps", 9, 30, 19, 0)]
    [InlineData("mornings", 9, 0, 12, 0)]
    [InlineData("not in the mornings", 12, 0, 19, 0)]
    [InlineData("mornings, I have another job later", 9, 0, 12, 0)]
    [InlineData("I can't do mornings", 12, 0, 19, 0)]
    [InlineData("between 2 and 4", 14, 0, 16, 0)]
    [InlineData("10-12", 10, 0, 12, 0)]
    [InlineData("after 5pm", 17, 0, 19, 0)]
    [InlineData("not after four", 9, 0, 16, 0)]
    [InlineData("before noon", 9, 0, 12, 0)]
    [InlineData("any time", 9, 0, 19, 0)]
    [InlineData("at three in the night", 9, 0, 19, 0)]
    [InlineData("after 11pm", 9, 0, 19, 0)]
    [InlineData(null, 9, 0, 19, 0)]
    public async Task Hours_are_read_from_what_was_said_and_stay_inside_the_councils(string? said, int fromHour, int fromMinute, int untilHour, int untilMinute)
    {
        var council = (await TestCouncil.RealContent.Value).Content.Council;

        var hours = ContactHours.Of(said, council);

        Assert.Equal((new TimeOnly(fromHour, fromMinute), new TimeOnly(untilHour, untilMinute)), (hours.From, hours.Until));
    }

    [Fact]
    public async Task A_number_that_is_theirs_is_told_all_in_the_hours_they_chose()
    {
        var turn = await BringAsync(conversation => conversation with { Numbers = [Theirs], Answers = Said("contact_when", new TextValue("not before ten")) });

        var text = Assert.IsType<CaseWork.SendText>(Assert.Single(turn.Work));
        Assert.Equal((Theirs, "all", true), (text.To, text.Text, text.IsPersonal));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), text.At);
    }

    [Fact]
    public async Task A_number_that_nobody_has_shown_to_be_theirs_is_told_nothing_of_them()
    {
        var turn = await BringAsync(conversation => conversation with { Answers = Said("contact_phone", new PhoneValue("07700900123")) });

        var text = Assert.IsType<CaseWork.SendText>(Assert.Single(turn.Work));
        Assert.Equal(("plain", false), (text.Text, text.IsPersonal));
    }

    [Fact]
    public async Task Who_wants_to_be_rung_is_rung_and_who_wants_a_letter_has_no_text()
    {
        var rung = await BringAsync(conversation => conversation with { Numbers = [Theirs], Answers = Said("contact_way", new ChoiceValue("phone")) });
        var letter = await BringAsync(conversation => conversation with { Numbers = [Theirs], Answers = Said("contact_way", new ChoiceValue("letter")) });

        Assert.Equal(ChosenWay.RingThem, Assert.IsType<CaseWork.RaiseAlert>(Assert.Single(rung.Work)).Alert.Kind);
        Assert.Empty(letter.Work);
    }

    private static Answers Said(string question, AnswerValue value) => Answers.None.With(new Answer(question, value, "", AnswerOrigin.Asked, EarlyInTheMorning));

    private static async Task<Turn> BringAsync(Func<Conversation, Conversation> change)
    {
        var around = (await TestCouncil.RealContent.Value) with { Now = EarlyInTheMorning };
        var conversation = change(new Conversation { Id = "c", Channel = "web", StartedAt = EarlyInTheMorning });
        var turn = new Turn { Conversation = conversation, Message = new IncomingMessage("c", "k", "web", "", EarlyInTheMorning) };
        return ChosenWay.Bring(turn, "news", "all", "plain", "alert", around);
    }
}
