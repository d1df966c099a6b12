using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Sessions;
using TransformingLives.Bot.Desk.SignIn;

namespace TransformingLives.Bot.Desk.Pages;

/// <summary>What every page of the desk has.</summary>
internal static class DeskPage
{
    /// <param name="title">The title, as it is read.</param>
    /// <param name="main">The page's own HTML.</param>
    /// <param name="script">A script of our own; empty for none.</param>
    /// <param name="isWide">The page uses the whole width.</param>
    public static IResult Show(HttpContext http, string title, string main, int status = StatusCodes.Status200OK, string script = "", bool isWide = false)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(Html(http, title, main, script, isWide), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>Nobody is signed in, and what was asked for is no page that could lead to the sign-in.</summary>
    public static Task ShowSignInNeededAsync(HttpContext http, WayIn way) => Show(http, "Sign in first", $"<h1 class=\"govuk-heading-l\">Sign in first</h1>{Why(http)}<p class=\"govuk-body\">{How(http, way)}</p>", StatusCodes.Status401Unauthorized).ExecuteAsync(http);

    public static Task ShowSignInFailedAsync(HttpContext http, int status) => Show(
        http,
        "Signing in did not work",
        $"<h1 class=\"govuk-heading-l\">Signing in did not work</h1><p class=\"govuk-body\">Nothing is lost. <a class=\"govuk-link\" href=\"{CouncilSignIn.Path}\">Try again</a>. If it goes on, tell whoever looks after your council's sign-in. Residents can still use the assistant.</p>",
        status).ExecuteAsync(http);

    public static Task ShowNotForYouAsync(HttpContext http)
    {
        const string words = "<h1 class=\"govuk-heading-l\">This is not for your role</h1><p class=\"govuk-body\">Nothing was changed. If you need it for your work, ask whoever gives out roles in your council.</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk\">Back to the desk</a></p>";
        return Show(http, "Not for your role", words, StatusCodes.Status403Forbidden).ExecuteAsync(http);
    }

    public static IResult NotFound(HttpContext http, string what) =>
        Show(http, "Not found", $"<h1 class=\"govuk-heading-l\">{Encode(what)}</h1><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk\">Back to the desk</a></p>", StatusCodes.Status404NotFound);

    /// <summary>The hidden field that proves that a post came from our own page.</summary>
    public static string Token(IAntiforgery antiforgery, HttpContext http)
    {
        var token = antiforgery.GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{Encode(token.FormFieldName)}\" value=\"{Encode(token.RequestToken!)}\">";
    }

    public static string Encode(string text) => PageHtml.Encode(text);

    /// <summary>"24 November 2026, 10:02", in the council's own time.</summary>
    public static string Time(DateTimeOffset at) => CouncilCalendar.InLondon(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"10:02", in the council's own time.</summary>
    public static string Clock(DateTimeOffset at) => CouncilCalendar.InLondon(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    // For the script, which shows it before somebody is signed out.
    private const string Staying = "<div id=\"staying\" class=\"staying\" hidden><p class=\"govuk-body\" role=\"alert\"></p><button type=\"button\" class=\"govuk-button\">Stay signed in</button></div>";

    private static bool IsSignedIn(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: not null } && http.Session() is not null;

    private static string Html(HttpContext http, string title, string main, string script, bool isWide) => $"""
        <!doctype html>
        <html lang="en-GB" class="govuk-template">
        {PageHtml.Head($"{Encode(title)} – Desk", [script, IsSignedIn(http) ? "/stay.js" : ""], ["/site.css", "/desk.css"])}
        <body class="govuk-template__body{(isWide ? " wide-desk" : "")}">
        <a class="govuk-skip-link" href="#main">Skip to main content</a>
        <header class="top"><div class="in"><a class="name" href="/desk">Desk</a><nav aria-label="Desk">{DeskNav.Html(http)}</nav>{Me(http)}</div></header>
        <main id="main" class="in desk" tabindex="-1">{main}</main>{(IsSignedIn(http) ? Staying : "")}
        </body></html>
        """;

    private static string Why(HttpContext http) => http.Features.Get<EndedSession>() is { } ended ? $"<p class=\"govuk-body\">{Encode(ended.Why)}</p>" : "";

    private static string How(HttpContext http, WayIn way) => way switch
    {
        WayIn.OpenIdConnect => $"{(http.Features.Get<EndedSession>() is null ? "You had not signed in. " : "")}<a class=\"govuk-link\" href=\"{CouncilSignIn.Path}?then={Uri.EscapeDataString(WayBack.From(http.Request))}\">Sign in with your council account</a>. What you were writing is kept in this browser.",
        WayIn.DevelopmentLink => "On a developer's machine, open the sign-in link that the program prints when it starts.",
        _ => "The desk is shut: the council's sign-in has not been set up. Whoever runs the program finds how in the guide to its configuration.",
    };

    private static string Me(HttpContext http) => http.User.Identity is { IsAuthenticated: true, Name: { } name }
        ? $"<form class=\"me\" method=\"post\" action=\"{SignOut.Path}\" data-left=\"{SessionEndpoints.SecondsLeft(http)}\"><a href=\"{SessionEndpoints.Path}\">{Encode(name)}<span class=\"govuk-visually-hidden\">, where you are signed in</span></a>{Token(http.RequestServices.GetRequiredService<IAntiforgery>(), http)}<button class=\"plain\">Sign out</button></form>"
        : "";
}
