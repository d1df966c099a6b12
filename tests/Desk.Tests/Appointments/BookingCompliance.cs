using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Desk.Tests.Appointments;

/// <summary>No time is booked twice and no reminder comes twice, on every engine, with two nodes at once.</summary>
public abstract class BookingCompliance : IAsyncLifetime
{
    private const string Clinic = "clinic";
    private static readonly Officer Priya = new("p.singh", "Priya Singh");
    private static readonly Officer Tom = new("t.okafor", "Tom Okafor");
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
    private StorageConnections connections = null!;
    private CouncilNode here = null!;
    private CouncilNode there = null!;

    public async Task InitializeAsync()
    {
        connections = await NewDatabaseAsync();
        here = await CouncilNode.OpenAsync(connections, clock);
        there = await CouncilNode.OpenAsync(connections, clock);
    }

    public virtual async Task DisposeAsync()
    {
        await here.DisposeAsync();
        await there.DisposeAsync();
    }

    protected abstract Task<StorageConnections> NewDatabaseAsync();

    [Fact]
    public async Task Two_officers_who_book_the_same_time_at_once_get_it_once()
    {
        var (first, second) = (await TakenOverAsync(here, Priya), await TakenOverAsync(there, Tom));
        var slot = await FreeAsync(0);

        var results = await Task.WhenAll(
            here.HappenAsync(first, new ConversationEvent.OfficerBooks(Priya, slot)),
            there.HappenAsync(second, new ConversationEvent.OfficerBooks(Tom, slot)));

        Assert.Single(results.OfType<EventResult.Done>());
        Assert.Single(results.OfType<EventResult.Refused>());
        Assert.Single(await BookedAsync());
    }

    [Fact]
    public async Task However_many_want_the_last_place_one_gets_it_and_the_others_are_offered_another()
    {
        var slot = await FreeAsync(0);
        var ids = new List<(CouncilNode Node, string Id)>();
        for (var i = 0; i < 12; i++)
        {
            var node = i % 2 == 0 ? here : there;
            var id = await node.BeginAsync();
            await node.SayAsync(id, "I'd like to come to the clinic please");
            ids.Add((node, id));
        }

        var answers = await Task.WhenAll(ids.Select(one => one.Node.SayAsync(one.Id, Label(slot))));

        Assert.Single(answers, answer => answer.Ending == "booked");
        Assert.Equal(ids.Count - 1, answers.Count(answer => answer.Ending == "times_offered" && answer.Replies.Any(reply => reply.Phrase == "appointment.taken")));
        Assert.Single(await BookedAsync());
    }

    [Fact]
    public async Task As_many_as_are_at_work_can_be_booked_for_one_time_and_no_more()
    {
        var slot = new Slot("call_back", new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await TakenOverAsync(here, Priya));
        }

        var results = await Task.WhenAll(ids.Select((id, index) => (index % 2 == 0 ? here : there).HappenAsync(id, new ConversationEvent.OfficerBooks(Priya, slot))));

        Assert.Equal(2, results.OfType<EventResult.Done>().Count());
        Assert.DoesNotContain(slot, (await here.Book.ReadAsync(default)).Free((await ContentAsync()).Content.Appointments.Find("call_back")!, (await ContentAsync()).Content, clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_time_that_is_given_back_can_be_booked_again()
    {
        var id = await TakenOverAsync(here, Priya);
        var slot = await FreeAsync(0);
        await here.HappenAsync(id, new ConversationEvent.OfficerBooks(Priya, slot));
        await here.HappenAsync(id, new ConversationEvent.OfficerCancelsAppointment(Priya, Assert.Single((await here.NowAsync(id)).Appointments).Id));
        var other = await TakenOverAsync(there, Tom);

        var again = await there.HappenAsync(other, new ConversationEvent.OfficerBooks(Tom, slot));

        Assert.IsType<EventResult.Done>(again);
        Assert.Empty((await here.NowAsync(id)).Appointments);
    }

    [Fact]
    public async Task The_reminder_comes_once_whichever_node_carries_it_also_after_a_restart()
    {
        var id = await TakenOverAsync(here, Priya);
        var slot = await FreeAsync(0, soonest: TimeSpan.FromDays(2));
        await here.HappenAsync(id, new ConversationEvent.OfficerBooks(Priya, slot));
        await here.HappenAsync(id, new ConversationEvent.OfficerGivesBack(Priya));
        await here.Cases.DeliverDueAsync(default);
        Assert.Equal(0, await RemindersAsync(id));
        await here.DisposeAsync();

        clock.SetUtcNow(slot.At.AddHours(-24).AddSeconds(1));
        here = await CouncilNode.OpenAsync(connections, clock);
        await Task.WhenAll(here.Cases.DeliverDueAsync(default), there.Cases.DeliverDueAsync(default));
        clock.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(here.Cases.DeliverDueAsync(default), there.Cases.DeliverDueAsync(default));

        Assert.Equal(1, await RemindersAsync(id));
    }

    [Fact]
    public async Task What_was_cancelled_or_moved_is_not_reminded_of()
    {
        var id = await TakenOverAsync(here, Priya);
        var slot = await FreeAsync(0, soonest: TimeSpan.FromDays(2));
        await here.HappenAsync(id, new ConversationEvent.OfficerBooks(Priya, slot));
        await here.HappenAsync(id, new ConversationEvent.OfficerGivesBack(Priya));

        await here.SayAsync(id, "please cancel my appointment");
        clock.SetUtcNow(slot.At.AddHours(-1));
        await here.Cases.DeliverDueAsync(default);

        Assert.Equal(0, await RemindersAsync(id));
        Assert.Empty(await BookedAsync());
    }

    [Fact]
    public async Task Nobody_can_book_when_the_calendar_that_was_read_in_says_busy()
    {
        var slot = await FreeAsync(0);
        var calendar = (await ContentAsync()).Content.Appointments.FindCalendar(Clinic)!;

        var clashes = await here.Book.ReplaceBusyAsync(calendar, "Ann Reid", [new BusyTime(slot.At.AddMinutes(5), slot.At.AddMinutes(20), "Training")]);

        Assert.Empty(clashes);
        Assert.NotEqual(slot, await FreeAsync(0));
        Assert.Single(await here.Book.ReplaceBusyAsync(calendar, "Tom Okafor", [new BusyTime(slot.At, slot.At.AddMinutes(15), "Leave")]));
        await here.Book.ReplaceBusyAsync(calendar, "Ann Reid", []);
        Assert.Equal(slot, await FreeAsync(0));
    }

    private static Task<Surroundings> ContentAsync() => TestCouncil.RealContent.Value;

    private static string Label(Slot slot) => Bot.Dialogs.Booking.TimeWords.Label(slot.At);

    private static async Task<string> TakenOverAsync(CouncilNode node, Officer officer)
    {
        var id = await node.BeginAsync();
        Assert.IsType<EventResult.Done>(await node.HappenAsync(id, new ConversationEvent.OfficerJoins(officer)));
        return id;
    }

    private async Task<Slot> FreeAsync(int which, TimeSpan soonest = default)
    {
        var around = await ContentAsync();
        return (await here.Book.ReadAsync(default)).Free(around.Content.Appointments.Find(Clinic)!, around.Content, clock.GetUtcNow() + soonest).ElementAt(which);
    }

    private async Task<IReadOnlyList<DiaryEntry>> BookedAsync() =>
        [.. (await here.Book.ListAsync(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(60), default)).Where(entry => entry.State == "booked")];

    private async Task<int> RemindersAsync(string id) =>
        (await there.Store.ReadLogAsync(id, 0, default)).Count(entry => entry.Reply is { Phrase: "appointment.reminder" });
}
