using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Sessions;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Leaving the desk.</summary>
internal static class SignOut
{
    public const string Path = "/desk/sign-out";
    public const string Done = "/desk/signed-out";
    private const string Everywhere = "/desk/signed-out/everywhere";

    public static void MapSignOut(this IEndpointRouteBuilder app, DeskDoor door)
    {
        app.MapPost(Path, LeaveAsync);
        app.MapGet(Done, (HttpContext http) => DeskPage.Show(http, "Signed out", $"""
            <h1 class="govuk-heading-l">You have left the desk</h1>
            <p class="govuk-body"><a class="govuk-link" href="/desk">Sign in again</a></p>
            {(door.Way == WayIn.OpenIdConnect ? $"<p class=\"govuk-body\">Others use this computer? <a class=\"govuk-link\" href=\"{Everywhere}\">Sign out of your council account too</a>.</p>" : "")}
            """));
        if (door.Way == WayIn.OpenIdConnect)
        {
            app.MapGet(Everywhere, (HttpContext http) => http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = Done }));
        }
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, IAntiforgery antiforgery, DeskSessions sessions)
    {
        if (await OwnForm.HasProofAsync(http, antiforgery))
        {
            // Here, so that a copy of the cookie is worth nothing; and in the browser.
            if (http.Session() is { } session)
            {
                await sessions.EndAsync(WhichSessions.One(session.Id), session.Officer, "signed out");
            }

            await http.SignOutAsync();
        }

        return Results.Redirect(Done);
    }
}
