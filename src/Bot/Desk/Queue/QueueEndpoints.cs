using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>The queue, and the way in for each role.</summary>
internal static class QueueEndpoints
{
    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk", Home).For(DeskActions.Home);
        app.MapGet("/desk/queue", ShowAsync).For(DeskActions.SeeQueue);
    }

    private static IResult Home(HttpContext http) => DeskNav.FirstFor(http.User) is { } first
        ? Results.Redirect(first)
        : DeskPage.NotFound(http, "There is no page for your role yet");

    private static async Task<IResult> ShowAsync(HttpContext http, QueueBoard board, DeskPresence presence, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, ViewAudit audit, string? said)
    {
        await presence.SeenAsync(http.Officer(), http.Roles());
        await board.RefreshAsync(http.RequestAborted);
        await audit.NoteAsync(http, DeskActions.SeeQueue, ViewAudit.Everybody, $"{board.Now.Entries.Length} in the queue");
        var now = clock.GetUtcNow();
        var queue = new QueueHtml(source.At(now).Content.Council, http.Officer().Id, QueueFilter.From(http.Request), now, null);
        return DeskPage.Show(http, "Conversations", QueuePage.Html(queue, board.Now, DeskPage.Token(antiforgery, http), said ?? ""), script: "/desk.js");
    }
}
