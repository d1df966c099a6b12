using System.Net;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests.Supervising;

/// <summary>A supervisor sees the floor, reads along and steps in.</summary>
public sealed class FloorTests
{
    [Fact]
    public async Task The_floor_shows_who_waits_how_long_and_who_is_on_and_nobodys_words()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var sam = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        await AskingAsync(council);
        council.Clock.Advance(TimeSpan.FromMinutes(12));
        await AskingAsync(council);
        await priya.ReadAsync("/desk/queue");

        var floor = await sam.ReadAsync("/desk/floor");

        Assert.Contains("<dt>Waiting</dt><dd>2</dd>", floor, StringComparison.Ordinal);
        Assert.Contains("<dt>Longest wait</dt><dd>12 min</dd>", floor, StringComparison.Ordinal);
        Assert.Contains("<dt>Later than promised</dt><dd>1</dd>", floor, StringComparison.Ordinal);
        Assert.Contains("<dt>At the desk</dt><dd>2</dd>", floor, StringComparison.Ordinal);
        Assert.DoesNotContain("talk to a person", floor, StringComparison.Ordinal);
        Assert.Contains("<dt>Waiting</dt><dd>2</dd>", await sam.ReadAsync("/desk/floor/now"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_steps_in_where_a_colleague_has_it_and_an_officer_may_not()
    {
        await using var council = await RunningCouncil.StartAsync();
        using var priya = await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer);
        using var tom = await OfficerBrowser.SignInAsync(council, "Tom Okafor", DeskRole.Officer);
        using var sam = await OfficerBrowser.SignInAsync(council, "Sam Field", DeskRole.Supervisor);
        var id = await AskingAsync(council);
        using var accepted = await priya.PostAsync($"/desk/conversations/{id}/accept");

        using var refused = await tom.PostAsync($"/desk/conversations/{id}/step-in");
        Assert.Equal((HttpStatusCode.Forbidden, "Priya Singh"), (refused.StatusCode, await HolderAsync(council, id)));
        Assert.Contains($"/desk/conversations/{id}/step-in", await sam.ReadAsync($"/desk/conversations/{id}"), StringComparison.Ordinal);
        using var stepped = await sam.PostAsync($"/desk/conversations/{id}/step-in");

        Assert.Equal("Sam Field", await HolderAsync(council, id));
        using var late = await priya.PostAsync($"/desk/conversations/{id}/say", ("text", "still me"), ("key", "late"));
        Assert.EndsWith("said=lost", late.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(await council.Store.ReadLogAsync(id, 0, default), entry => entry.Reply?.Text.Contains("now talking to Sam Field", StringComparison.Ordinal) == true);
    }

    private static async Task<string> AskingAsync(RunningCouncil council)
    {
        var id = (await council.Runner.StartAsync("web", default)).Id;
        await council.Runner.RunAsync(new IncomingMessage(id, ConversationId.New(), "web", "can I talk to a person please", council.Clock.GetUtcNow()), default);
        return id;
    }

    private static async Task<string> HolderAsync(RunningCouncil council, string id) => (await council.Store.FindAsync(id, default))!.Handover!.Officer!.Name;
}
