using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The resident page: the whole conversation as plain form posts, so that it works without any script.</summary>
internal static class ResidentPages
{
    private const string Cookie = "tl-conversation";
    private const int LongestMessage = 10_000;

    public static void MapResidentPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", ShowAsync);
        app.MapGet("/chat", ShowAsync);
        app.MapPost("/chat", SendAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, TurnRunner runner, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery)
    {
        var conversation = await FindOrStartAsync(http, runner, store);
        var around = source.At(clock.GetUtcNow());
        var log = await store.ReadLogAsync(conversation.Id, 0, http.RequestAborted);
        var progress = conversation.OpenQuestion is { } open && conversation.Forms.Length > 0 && around.Content.FindForm(conversation.Forms[^1]) is { } form ? FormProgress.Of(form, open) : null;
        var token = antiforgery.GetAndStoreTokens(http);
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(ResidentPage.Render(around.Content.Council, log, progress, token.FormFieldName, token.RequestToken!), "text/html; charset=utf-8");
    }

    private static async Task<IResult> SendAsync(HttpContext http, TurnRunner runner, ConversationStore store, TimeProvider clock, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.Redirect("/chat", permanent: false);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var text = form["text"].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";
        var conversation = await FindOrStartAsync(http, runner, store);
        if (text.Length > 0)
        {
            var key = form["key"].ToString() is { Length: > 0 and <= 64 } given ? given : ConversationId.New();
            var message = new IncomingMessage(conversation.Id, key, "web", text[..Math.Min(text.Length, LongestMessage)], clock.GetUtcNow());
            await runner.RunAsync(message, http.RequestAborted);
        }

        http.Response.Headers.Location = "/chat#latest";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<Conversation> FindOrStartAsync(HttpContext http, TurnRunner runner, ConversationStore store)
    {
        if (http.Request.Cookies[Cookie] is { } id && ConversationId.IsValid(id) && await store.FindAsync(id, http.RequestAborted) is { } found)
        {
            return found;
        }

        var conversation = await runner.StartAsync("web", http.RequestAborted);
        http.Response.Cookies.Append(Cookie, conversation.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(28) });
        return conversation;
    }
}
