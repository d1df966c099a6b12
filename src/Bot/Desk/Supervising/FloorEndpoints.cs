using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Desk.Supervising;

/// <summary>The addresses of the floor.</summary>
internal static class FloorEndpoints
{
    private const string PersonAskedFor = "person_asked_for";

    public static void MapFloor(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/floor", ShowAsync).For(DeskActions.SeeFloor);
        app.MapGet("/desk/floor/now", NowAsync).For(DeskActions.FollowFloor);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, QueueBoard board, DeskQueue queue, DeskPresence presence, CouncilCases cases, TimeProvider clock)
    {
        await presence.SeenAsync(http.Officer(), http.Roles());
        return DeskPage.Show(http, "The floor", FloorHtml.Page(await ReadAsync(http, board, queue, presence, cases, clock)), script: "/floor.js");
    }

    private static async Task<IResult> NowAsync(HttpContext http, QueueBoard board, DeskQueue queue, DeskPresence presence, CouncilCases cases, TimeProvider clock)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(FloorHtml.Now(await ReadAsync(http, board, queue, presence, cases, clock)), "text/html; charset=utf-8");
    }

    private static async Task<FloorNow> ReadAsync(HttpContext http, QueueBoard board, DeskQueue queue, DeskPresence presence, CouncilCases cases, TimeProvider clock)
    {
        await board.RefreshAsync(http.RequestAborted);
        var on = await presence.AllAsync(http.RequestAborted);
        var alerts = await cases.AlertsAsync(openOnly: true, http.RequestAborted);
        return new FloorNow(
            clock.GetUtcNow(),
            board.Now.Entries,
            [.. on.Where(member => member.IsThere)],
            [.. alerts.Where(alert => alert.Alert.Kind != PersonAskedFor).CountBy(alert => alert.Alert.Kind).OrderByDescending(count => count.Value)],
            await queue.LatelyWaitedAsync(http.RequestAborted));
    }
}
