using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Desk;

/// <summary>What every page of the desk has.</summary>
internal static class DeskPage
{
    public static IResult Show(HttpContext http, string title, string main, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(Html(http, title, main), "text/html; charset=utf-8", statusCode: status);
    }

    public static async Task ShowSignInNeededAsync(HttpContext http)
    {
        const string words = "<h1 class=\"govuk-heading-l\">Sign in first</h1><p class=\"govuk-body\">On a developer's machine, open the sign-in link that the program prints when it starts. Anywhere else, the council sets up its own sign-in.</p>";
        await Show(http, "Sign in first", words, StatusCodes.Status401Unauthorized).ExecuteAsync(http);
    }

    /// <summary>The hidden field that proves that a post came from our own page.</summary>
    public static string Token(IAntiforgery antiforgery, HttpContext http)
    {
        var token = antiforgery.GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{Encode(token.FormFieldName)}\" value=\"{Encode(token.RequestToken!)}\">";
    }

    public static string Encode(string text) => PageHtml.Encode(text);

    /// <summary>"24 November 2026, 10:02", in the council's own time.</summary>
    public static string Time(DateTimeOffset at) => CouncilCalendar.InLondon(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    private static string Html(HttpContext http, string title, string main)
    {
        var officer = http.User.Identity is { IsAuthenticated: true, Name: { } name } ? $"<span>{Encode(name)}</span>" : "";
        return $"""
            <!doctype html>
            <html lang="en-GB" class="govuk-template">
            {PageHtml.Head($"{Encode(title)} – Desk", "", "/site.css", "/desk.css")}
            <body class="govuk-template__body">
            <a class="govuk-skip-link" href="#main">Skip to main content</a>
            <header class="top"><div class="in"><a class="name" href="/desk">Desk</a><nav aria-label="Desk"><a href="/desk">Alerts and referrals</a></nav>{officer}</div></header>
            <main id="main" class="in desk">{main}</main>
            </body></html>
            """;
    }
}
