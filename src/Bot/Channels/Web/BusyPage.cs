using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Pressure;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>We can't answer yet: numbers to ring, when to try again, and what they wrote behind one button.</summary>
internal static class BusyPage
{
    /// <param name="http">The request.</param>
    /// <param name="busy">What they are told.</param>
    /// <param name="council">Whose page it is.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="isLive">The page's own script asks, which shows the words and sends again by itself.</param>
    public static IResult Show(HttpContext http, TurnResult busy, CouncilSettings council, IFormCollection form, bool isLive)
    {
        var (mode, words) = (PageModes.Read(form[PageModes.Field]), busy.Replies[0].Text);
        http.Response.Headers.RetryAfter = BusyTurn.RetryAfter;
        SecurityHeaders.AddTo(http.Response, mode == PageMode.Framed ? council.EmbedOn : []);
        return isLive
            ? Results.Text(words, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Content(Html(council, words, form, mode), "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static string Html(CouncilSettings council, string words, IFormCollection form, PageMode mode) => PageHtml.Public(council, "We are very busy", $"""
        <main id="main" class="in"><h1 class="govuk-heading-l">We are very busy</h1><p class="govuk-body">{PageHtml.Encode(words)}</p>
        <form method="post" action="/chat">{string.Concat(form.SelectMany(field => field.Value, (field, value) => Hidden(field.Key, value ?? "")))}<button class="govuk-button">Send it again</button></form></main>
        """, mode: mode);

    private static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{PageHtml.Encode(name)}\" value=\"{PageHtml.Encode(value)}\">";
}
