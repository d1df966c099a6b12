using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>More people begin from one address than are let in: the first words, in which there is no danger, go back to whoever wrote them, to be sent again.</summary>
internal static class TooManyBegin
{
    /// <param name="isLive">The page's script asks: it waits and sends again by itself.</param>
    public static IResult Refuse(HttpContext http, TimeSpan wait, bool isLive, string text, string key, PageMode mode, Surroundings around, IAntiforgery antiforgery)
    {
        var seconds = DoorLimits.Tell(http, wait);
        if (isLive)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var council = around.Content.Council;
        var words = around.Content.Phrases.Say(PhraseIds.TooManyStarts, council.Values(around.IsOpen).SetItem("seconds", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture)), 0);
        var token = antiforgery.GetAndStoreTokens(http);
        SecurityHeaders.AddTo(http.Response, mode == PageMode.Framed ? council.EmbedOn : []);
        return Results.Content(
            PageHtml.Public(council, "Please wait a moment", $"""
                <main id="main" class="in"><h1 class="govuk-heading-l">Please wait a moment</h1>{ReplyHtml.Of(words)}
                <form class="say" method="post" action="/chat"><input type="hidden" name="{PageHtml.Encode(token.FormFieldName)}" value="{PageHtml.Encode(token.RequestToken!)}"><input type="hidden" name="key" value="{PageHtml.Encode(key)}"><input type="hidden" name="{PageModes.Field}" value="{mode.Word()}">
                <label for="message">Your message</label><div class="row"><textarea id="message" name="text" rows="4" maxlength="10000" autocomplete="off">{PageHtml.Encode(text)}</textarea><button class="send" name="send" value="1">Send again</button></div></form></main>
                """, mode: mode),
            "text/html; charset=utf-8",
            statusCode: StatusCodes.Status429TooManyRequests);
    }
}
