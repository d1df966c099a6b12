using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Desk.Tests.Appointments;

/// <summary>A time is offered, chosen, moved and cancelled by saying so.</summary>
public sealed class BookingTalkTests
{
    private static readonly Officer Priya = new("p.singh", "Priya Singh");

    [Theory]
    [InlineData("Tuesday morning", "2026-11-24T09:30")]
    [InlineData("the third one", "2026-11-24T12:00")]
    [InlineData("4", "2026-11-25T09:30")]
    [InlineData("Wednesday 25 November at 9:30am", "2026-11-25T09:30")]
    [InlineData("wednesday please", "2026-11-25T09:30")]
    [InlineData("tomorrow at half past nine", "2026-11-24T09:30")]
    public async Task A_time_is_chosen_in_ones_own_words(string says, string at)
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);

        var booked = await council.SayAsync(id, says);

        Assert.Equal("booked", booked.Ending);
        Assert.Equal(DateTimeOffset.Parse($"{at}:00Z", System.Globalization.CultureInfo.InvariantCulture), Assert.Single((await NowAsync(council, id)).Appointments).At);
    }

    [Theory]
    [InlineData("tuesday")]
    [InlineData("the end of the week if I can")]
    [InlineData("my mum has dementia and I am worn out")]
    [InlineData("ring me on 01632 131567")]
    [InlineData("13/14")]
    public async Task Nothing_is_booked_when_it_is_not_sure_which(string says)
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);

        var turn = await council.SayAsync(id, says);

        Assert.NotEqual(EndingIds.Failed, turn.Ending);
        Assert.Empty((await NowAsync(council, id)).Appointments);
    }

    [Fact]
    public async Task A_day_that_was_not_offered_is_looked_up()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);

        var other = await council.SayAsync(id, "have you got anything on Friday afternoon");

        Assert.All((await NowAsync(council, id)).Times!.Slots, slot => Assert.Equal((DayOfWeek.Friday, true), (slot.At.DayOfWeek, slot.At.Hour >= 12)));
        Assert.Equal("times_offered", other.Ending);
    }

    [Fact]
    public async Task It_is_moved_and_cancelled_by_saying_so()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);
        await council.SayAsync(id, "Tuesday morning");

        await council.SayAsync(id, "can we move it to Thursday afternoon");
        var moved = await council.SayAsync(id, "2pm");

        Assert.Contains(moved.Replies, reply => reply.Phrase == "appointment.moved");
        Assert.Equal(new DateTimeOffset(2026, 11, 26, 14, 0, 0, TimeSpan.Zero), Assert.Single((await NowAsync(council, id)).Appointments).At);
        var cancelled = await council.SayAsync(id, "I have to cancel the call");
        Assert.Equal("appointment_cancelled", cancelled.Ending);
        Assert.Empty((await NowAsync(council, id)).Appointments);
    }

    [Fact]
    public async Task No_thank_you_books_nothing_and_keeps_what_was_booked()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);
        await council.SayAsync(id, "Tuesday morning", "07700 900123", "can you move my call");

        var kept = await council.SayAsync(id, "no thank you");

        Assert.Contains(kept.Replies, reply => reply.Phrase == "appointment.kept");
        Assert.Single((await NowAsync(council, id)).Appointments);
        Assert.Null((await NowAsync(council, id)).Times);
    }

    [Fact]
    public async Task Whoever_books_a_call_is_asked_for_a_number_and_for_nothing_else()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);

        var booked = await council.SayAsync(id, "Tuesday morning");
        var given = await council.SayAsync(id, "07700 900123");

        Assert.Equal("contact_phone", booked.Replies[^1].Asks);
        Assert.Equal("appointment.number_kept", given.Replies[^1].Phrase);
        Assert.Null((await NowAsync(council, id)).OpenQuestion);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_number_stands_once_in_what_is_said_to_somebody_who_asks_for_a_person(bool isOutOfHours)
    {
        await using var council = await TestCouncil.OpenAsync();
        council.Clock.SetUtcNow(new DateTimeOffset(2026, 11, isOutOfHours ? 28 : 23, 11, 0, 0, TimeSpan.Zero));
        var id = (await council.Runner.StartAsync("web", default)).Id;

        var first = await council.SayAsync(id, "can I talk to a person please");
        var again = await council.SayAsync(id, "can I talk to a person please");

        Assert.All([.. first.Replies, .. again.Replies], reply => Assert.InRange(reply.Text.Split("01632 960").Length - 1, 0, 1));
        Assert.Contains("01632 960", first.Replies[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_comes_before_any_appointment()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = await OfferedAsync(council);

        var answer = await council.SayAsync(id, "Tuesday morning. He has stopped breathing");

        Assert.Equal("concern", answer.Ending);
        Assert.Empty((await NowAsync(council, id)).Appointments);
    }

    [Fact]
    public async Task With_an_officer_the_resident_chooses_from_the_times_the_officer_offers()
    {
        await using var council = await TestCouncil.OpenAsync();
        var id = (await council.Runner.StartAsync("web", default)).Id;
        await HappensAsync(council, id, new ConversationEvent.OfficerJoins(Priya));

        await HappensAsync(council, id, new ConversationEvent.OfficerOffersTimes(Priya, "home_visit"));
        await council.SayAsync(id, "let me look in my diary");
        var booked = await council.SayAsync(id, "the first one");

        Assert.Equal("booked", booked.Ending);
        Assert.Equal("home_visit", Assert.Single((await NowAsync(council, id)).Appointments).Kind);
        Assert.Equal(Floor.Officer, (await NowAsync(council, id)).Floor);
    }

    private static async Task<string> OfferedAsync(TestCouncil council)
    {
        var id = (await council.Runner.StartAsync("web", default)).Id;
        var offered = await council.SayAsync(id, "can somebody ring me back please");
        Assert.Equal("times_offered", offered.Ending);
        return id;
    }

    private static async Task<Conversation> NowAsync(TestCouncil council, string id) => (await council.Store.FindAsync(id, default))!;

    private static async Task HappensAsync(TestCouncil council, string id, ConversationEvent what) =>
        Assert.IsType<EventResult.Done>(await council.Runner.RunAsync(new IncomingEvent(id, ConversationId.New(), what, council.Clock.GetUtcNow()), default));
}
