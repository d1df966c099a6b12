using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Sessions;

/// <summary>Ties the desk's cookie to its session: the cookie says who somebody is, the session whether that still counts.</summary>
internal static class SessionCheck
{
    /// <summary>A parameter of a sign-in: the session that this browser had before goes on, elsewhere.</summary>
    public const string KeepEarlier = "keep-earlier";

    /// <summary>The claim with the session's id.</summary>
    private const string Claim = "session";

    /// <summary>The session of this request; null without one.</summary>
    public static DeskSession? Session(this HttpContext http) => http.Features.Get<DeskSession>();

    /// <summary>Somebody signs in: a new session, and the one that this browser had before is over.</summary>
    public static async Task BeginAsync(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<DeskSessions>();
        if (context.Properties.GetParameter<bool?>(KeepEarlier) is not true && (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Succeeded && http.Session() is { } before)
        {
            await sessions.EndAsync(WhichSessions.One(before.Id), before.Officer, "signed in again in the same browser");
        }

        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        var id = await sessions.BeginAsync(context.Principal.Officer(), BrowserWords.Of(http.Request.Headers.UserAgent.ToString()));
        identity.AddClaim(new Claim(Claim, id));
    }

    /// <summary>Whether the session still counts, at each request.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var sessions = http.RequestServices.GetRequiredService<DeskSessions>();
        var session = context.Principal?.FindFirstValue(Claim) is { } id ? await sessions.FindAsync(id, http.RequestAborted) : null;
        if (session is null || !sessions.IsOpen(session))
        {
            http.Features.Set(new EndedSession(session?.Why(http.RequestServices.GetRequiredService<SessionLimits>()) ?? "You were signed out."));
            context.RejectPrincipal();
            return;
        }

        http.Features.Set(IsUse(http) ? await sessions.UsedAsync(session) : session);
    }

    // What somebody does: opening a page of the desk, sending a form. Not a resident's page in the same browser, and not what an open page does by itself.
    private static bool IsUse(HttpContext http) => http.Request.Path.StartsWithSegments("/desk") && http.GetEndpoint()?.Metadata.GetMetadata<DeskAction>() is not { IsByItself: true };
}

/// <summary>A session that a request came with, and that is over.</summary>
/// <param name="Why">Why, in a sentence.</param>
internal sealed record EndedSession(string Why);
