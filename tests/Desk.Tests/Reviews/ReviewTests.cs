using System.Net;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Reviews;

/// <summary>Finished conversations are reviewed against the checklist; reviews are kept and counted.</summary>
public sealed class ReviewTests
{
    private static readonly Officer Priya = new("p.singh", "Priya Singh");

    [Fact]
    public async Task A_review_of_a_closed_conversation_is_kept_and_counted()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var sam = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        var id = await ClosedAsync(council);
        var matter = (await council.Service<ReviewBook>().FinishedAsync(default)).Single(one => one.ConversationId == id).Matter;

        Assert.Contains("my mum needs a rail", await sam.ReadAsync($"/desk/reviews/{id}/{matter}"), StringComparison.Ordinal);
        using var first = await sam.PostAsync($"/desk/reviews/{id}/{matter}", ("item-safety", "Yes"), ("item-plain", "No"), ("note", "Say who rings."));
        using var again = await sam.PostAsync($"/desk/reviews/{id}/{matter}", ("item-safety", "Yes"), ("item-plain", "Partly"), ("note", "Say who rings."));

        var review = Assert.Single(await council.Service<ReviewBook>().OfAsync(id, matter, default));
        Assert.Equal((ReviewAnswer.Yes, ReviewAnswer.Partly, "Say who rings."), (review.Answers["safety"], review.Answers["plain"], review.Note));
        var list = await sam.ReadAsync("/desk/reviews");
        Assert.Contains("How 1 reviews went", list, StringComparison.Ordinal);
        Assert.DoesNotContain("rail", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_goes_on_still_and_what_is_made_up_can_not_be_reviewed()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var sam = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        var id = (await council.Runner.StartAsync("web", default)).Id;
        await SayAsync(council, id, "what is a blue badge");

        using var open = await sam.GetAsync($"/desk/reviews/{id}/0");
        using var unknown = await sam.PostAsync($"/desk/reviews/{ConversationId.New()}/0", ("item-safety", "Yes"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (open.StatusCode, unknown.StatusCode));
        council.Skip(TimeSpan.FromHours(2));
        using var later = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        using var rested = await later.GetAsync($"/desk/reviews/{id}/0");
        Assert.Equal(HttpStatusCode.OK, rested.StatusCode);
    }

    private static async Task<string> ClosedAsync(RunningCouncil council)
    {
        var id = (await council.Runner.StartAsync("web", default)).Id;
        await SayAsync(council, id, "my mum needs a rail by the bath");
        await HappensAsync(council, id, new ConversationEvent.OfficerJoins(Priya));
        await HappensAsync(council, id, new ConversationEvent.OfficerWrapsUp(Priya, "10", ""));
        return id;
    }

    private static Task<TurnResult?> SayAsync(RunningCouncil council, string id, string text) =>
        council.Runner.RunAsync(new IncomingMessage(id, ConversationId.New(), "web", text, council.Clock.GetUtcNow()), default);

    private static async Task HappensAsync(RunningCouncil council, string id, ConversationEvent what) =>
        Assert.IsType<EventResult.Done>(await council.Runner.RunAsync(new IncomingEvent(id, ConversationId.New(), what, council.Clock.GetUtcNow()), default));
}
