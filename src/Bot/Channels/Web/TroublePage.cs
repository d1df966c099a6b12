using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Something went wrong here: the truth, with numbers to ring, and nothing of what it was.</summary>
internal static class TroublePage
{
    /// <summary>Writes it into an answer whose status is set.</summary>
    public static Task WriteAsync(HttpContext http, CouncilSettings council, string words)
    {
        SecurityHeaders.AddTo(http.Response);
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(PageHtml.Public(council, "Something went wrong", $"<main id=\"main\" class=\"in\"><h1 class=\"govuk-heading-l\">Something went wrong</h1><p class=\"govuk-body\">{PageHtml.Encode(words)}</p></main>"), http.RequestAborted);
    }
}
