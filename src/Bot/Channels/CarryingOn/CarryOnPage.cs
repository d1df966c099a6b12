using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.CarryingOn;

/// <summary>The page with the code that takes a conversation along. It is made when it is asked for, shown once, and kept only as a hash.</summary>
internal static class CarryOnPage
{
    public const string Path = "/carry-on";
    private const int MostInAnHour = 10;

    public static void MapCarryOn(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path, (HttpContext http, SurroundingsSource source, IAntiforgery antiforgery, TimeProvider clock) => Show(http, Ask(source.At(clock.GetUtcNow()), antiforgery.GetAndStoreTokens(http))));
        app.MapPost(Path, ShowCodeAsync);
    }

    private static async Task<IResult> ShowCodeAsync(HttpContext http, ConversationStore store, CarryOnCodes codes, SurroundingsSource source, IAntiforgery antiforgery, TimeProvider clock)
    {
        if (OwnForm.IsTooLarge(http))
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        var around = source.At(clock.GetUtcNow());
        if (!await OwnForm.IsOwnAsync(http, antiforgery))
        {
            return Results.Redirect(Path, permanent: false);
        }

        if (await ConversationCookie.FindAsync(http, store) is not { } conversation)
        {
            return Show(http, Page(around, "<p>Nothing has been said yet. Begin the conversation first.</p>"));
        }

        return await codes.MayAsync($"show:{conversation.Id}", MostInAnHour)
            ? Show(http, Page(around, Code(around, await codes.IssueAsync(conversation.Id, null, http.RequestAborted))))
            : Show(http, Page(around, $"<p>{Words(around, PhraseIds.CarryOnTooMany)}</p>"));
    }

    private static string Ask(Surroundings around, AntiforgeryTokenSet token) => Page(around, Ways(around.Content.Council).Length == 0
        ? $"<p>{Words(around, PhraseIds.CarryOnNotHere)}</p>"
        : $"""
        <p>You can go on by text message or by phone. You don't have to tell us anything twice.</p>
        <form method="post" action="{Path}"><input type="hidden" name="{PageHtml.Encode(token.FormFieldName)}" value="{PageHtml.Encode(token.RequestToken!)}"><button class="send">Show my code</button></form>
        """);

    private static string Code(Surroundings around, string code) => $"""
        <p>{Words(around, PhraseIds.CarryOnPage)}</p>
        <p class="code" aria-label="{string.Join(' ', code.AsEnumerable())}">{CarryOnCode.Printed(code)}</p>
        <dl class="lines">{Ways(around.Content.Council)}</dl>
        """;

    private static string Ways(CouncilSettings council) =>
        Way("Text it to", "sms", council.TextNumber) + Way("Or ring, and key it in", "tel", council.CallNumber);

    private static string Way(string label, string scheme, string number) =>
        number.Length == 0 ? "" : $"<div><dt>{label}</dt><dd><a class=\"govuk-link\" href=\"{scheme}:{PageHtml.Digits(number)}\">{PageHtml.Encode(number)}</a></dd></div>";

    private static string Words(Surroundings around, string phrase) => PageHtml.Encode(around.Content.Phrases.Say(phrase, around.Content.Council.Values(around.IsOpen), 0).Text);

    private static string Page(Surroundings around, string html) => PublicPageHtml.Of(around.Content.Council, "Carry on by text or phone", html);

    private static IResult Show(HttpContext http, string html)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
