using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.Sessions;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>Who may sit at the desk: by the council's own sign-in; in development by a link that is printed at the start.</summary>
internal static class DeskSignIn
{
    /// <param name="secure">Behind a proxy that ends TLS the program is asked by http, and its cookies are for https all the same.</param>
    public static void AddDeskSignIn(this IServiceCollection services, DeskDoor door, SessionLimits limits, CookieSecurePolicy secure)
    {
        services.AddSingleton(door);
        services.AddSingleton<SignInLinks>();
        services.AddSessions(limits);
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = OwnCookie.Name("tl-desk", secure == CookieSecurePolicy.Always);
            options.Cookie.HttpOnly = true;

            // Strict would lose it on the way back from the council's sign-in. Whatever changes something is posted with a proof besides.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure;

            // From the sign-in on, however much it is used; idleness is for the session to see.
            options.ExpireTimeSpan = limits.Longest;
            options.SlidingExpiration = false;
            options.Events.OnSigningIn = SessionCheck.BeginAsync;
            options.Events.OnValidatePrincipal = SessionCheck.CheckAsync;
            options.Events.OnRedirectToLogin = context => AskAsync(context.HttpContext, door);
            options.Events.OnRedirectToAccessDenied = context => RefuseAsync(context.HttpContext);
        });
        if (door.Way == WayIn.OpenIdConnect)
        {
            CouncilSignIn.Add(authentication, door.Council, secure);
        }

        services.AddAuthorization();
    }

    public static void MapDeskSignIn(this IEndpointRouteBuilder app, DeskDoor door)
    {
        if (door.Way == WayIn.DevelopmentLink)
        {
            app.MapDevelopmentSignIn();
        }

        if (door.Way == WayIn.OpenIdConnect)
        {
            app.MapCouncilSignIn();
        }

        app.MapSignOut(door);
    }

    // A colleague who tries what is not for their role is noted; a stranger has no name to note.
    private static async Task RefuseAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<DeskAction>() is { } action)
        {
            await http.RequestServices.GetRequiredService<ViewAudit>().NoteRefusedAsync(http, action);
        }

        await DeskPage.ShowNotForYouAsync(http);
    }

    // Only a page that somebody looks at may lead elsewhere: a form that was posted, or a connection of a script, is told to sign in.
    // Whose session is over is told so, and goes to the sign-in by a press: a page that is left open would sign itself in again and again.
    private static Task AskAsync(HttpContext http, DeskDoor door) =>
        door.Way == WayIn.OpenIdConnect && HttpMethods.IsGet(http.Request.Method) && !http.WebSockets.IsWebSocketRequest && http.Features.Get<EndedSession>() is null
            ? CouncilSignIn.ChallengeAsync(http, http.Request.Path + http.Request.QueryString)
            : DeskPage.ShowSignInNeededAsync(http, door.Way);
}
