using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Where somebody is signed in, and the end of it: one's own for everybody, everybody's for administrators.</summary>
internal static class SessionEndpoints
{
    public const string Path = "/desk/sessions";
    public const string EverybodyPath = "/desk/sessions/everybody";

    public static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, ShowOwnAsync).For(DeskActions.SeeOwnSessions);
        app.MapPost($"{Path}/end", EndOwnAsync).For(DeskActions.EndOwnSessions);

        // A page on which somebody types or points says so; it is told how many seconds are left.
        app.MapPost($"{Path}/stay", SecondsLeft).For(DeskActions.StaySignedIn);
        app.MapGet(EverybodyPath, ShowEverybodyAsync).For(DeskActions.SeeSessions);
        app.MapPost($"{EverybodyPath}/end", EndAsync).For(DeskActions.EndSessions);
    }

    private static async Task<IResult> ShowOwnAsync(HttpContext http, DeskSessions sessions, SessionLimits limits, IAntiforgery antiforgery)
    {
        var me = http.Officer().Id;
        return DeskPage.Show(http, "Where you are signed in", SessionsPage.Own(
            await sessions.OpenAsync(me, http.RequestAborted), await sessions.EndedAsync(me, http.RequestAborted), http.Session()!.Id, limits, DeskPage.Token(antiforgery, http)));
    }

    private static async Task<IResult> ShowEverybodyAsync(HttpContext http, DeskSessions sessions, IAntiforgery antiforgery) => DeskPage.Show(http, "Who is signed in", SessionsPage.Everybody(
        await sessions.OpenAsync(null, http.RequestAborted), await sessions.EndedAsync(null, http.RequestAborted), http.Session()!.Id, DeskPage.Token(antiforgery, http)));

    // The number of a session is in the form: whoever writes another's there ends nothing.
    private static async Task<IResult> EndOwnAsync(HttpContext http, DeskSessions sessions)
    {
        var (form, me) = (await http.Request.ReadFormAsync(http.RequestAborted), http.Officer());
        await ((form["session"].ToString(), form["which"].ToString()) switch
        {
            ({ Length: > 0 } id, _) => sessions.EndAsync(WhichSessions.OneOf(me.Id, id), me, "ended their own"),
            (_, "others") => sessions.EndAsync(WhichSessions.OthersOf(me.Id, http.Session()!.Id), me, "ended all others of their own"),
            _ => Task.CompletedTask,
        });
        return Results.Redirect(Path);
    }

    private static async Task<IResult> EndAsync(HttpContext http, DeskSessions sessions)
    {
        var (form, me) = (await http.Request.ReadFormAsync(http.RequestAborted), http.Officer());
        await ((form["session"].ToString(), form["person"].ToString(), form["which"].ToString()) switch
        {
            ({ Length: > 0 } id, _, _) => sessions.EndAsync(WhichSessions.One(id), me, "ended by an administrator"),
            (_, { Length: > 0 } person, _) => sessions.EndAsync(WhichSessions.AllOf(person), me, "all of theirs ended by an administrator"),
            (_, _, "everybody") => sessions.EndAsync(WhichSessions.Everybodys, me, "everybody's ended by an administrator"),
            _ => Task.CompletedTask,
        });
        return Results.Redirect(EverybodyPath);
    }

    /// <summary>How many seconds the session of this request lasts when it is not used any more.</summary>
    public static string SecondsLeft(HttpContext http) => http.Session() is { } session
        ? Math.Max(0, (int)(session.EndsAt(http.RequestServices.GetRequiredService<SessionLimits>()) - http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : "0";
}
