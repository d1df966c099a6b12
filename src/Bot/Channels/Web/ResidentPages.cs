using System.Collections.Immutable;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The resident page: the whole conversation as plain form posts, so that it works without any script.</summary>
internal static class ResidentPages
{
    public static void MapResidentPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery) => ShowAsync(http, PageMode.Own, store, source, clock, antiforgery));
        app.MapGet("/chat", (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery) => ShowAsync(http, PageMode.Own, store, source, clock, antiforgery));
        app.MapGet(PageModes.Framed, (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery) => ShowAsync(http, PageMode.Framed, store, source, clock, antiforgery));
        app.MapGet(PageModes.Kiosk, (HttpContext http, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery) => ShowAsync(http, PageMode.Kiosk, store, source, clock, antiforgery));
        app.MapGet(KioskHtml.ClearPath, Clear);
        app.MapPost("/chat", SendAsync);
        app.MapGet("/chat/live", LiveUpdates.ListenAsync);
        app.MapGet("/accessibility", (HttpContext http, SurroundingsSource source, TimeProvider clock) => Show(http, InformationPages.Accessibility(source.At(clock.GetUtcNow()).Content.Council)));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, PageMode mode, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery)
    {
        var around = source.At(clock.GetUtcNow());
        var conversation = await ConversationCookie.FindAsync(http, store);
        var log = conversation is null ? Welcome(around, clock) : await store.ReadLogAsync(conversation.Id, 0, http.RequestAborted);
        if (mode == PageMode.Kiosk)
        {
            KioskVisitors.Remember(http);
        }

        var council = around.Content.Council;
        var isOff = around.Switches.Of("web") is not null;
        if (conversation is null && isOff)
        {
            return Shown(http, mode, ResidentPage.TurnedOff(council, log, mode), council);
        }

        var token = antiforgery.GetAndStoreTokens(http);
        var html = ResidentPage.Render(council, log, Progress.Of(conversation, around), AppointmentsHtml.Of(conversation, around), token.FormFieldName, token.RequestToken!, http.Request.Query["voted"] == "1" ? Voting.VoteHtml.Thanks : "", mode, isOff ? ReplyHtml.Of(Dialogs.Welcome.For("web", around)[0]) : "");
        return Shown(http, mode, html, council);
    }

    // The browser forgets who was here. What was said is kept as always, for the council and for the person's own devices.
    private static IResult Clear(HttpContext http)
    {
        ConversationCookie.Forget(http);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        SecurityHeaders.AddTo(http.Response);
        return Results.Redirect(PageModes.Kiosk, permanent: false);
    }

    // Looking at the page stores nothing: a conversation begins with the first message.
    private static ImmutableArray<LogEntry> Welcome(Surroundings around, TimeProvider clock) =>
        [.. Dialogs.Welcome.For("web", around).Select((reply, index) => new LogEntry(index + 1, clock.GetUtcNow(), Speaker.Assistant, reply.Text, reply))];

    private static async Task<IResult> SendAsync(HttpContext http, TurnRunner runner, ConversationStore store, SurroundingsSource source, DoorLimits limits, TimeProvider clock, IAntiforgery antiforgery)
    {
        var isLive = http.Request.Headers["X-Live"] == "1";
        if (OwnForm.IsTooLarge(http))
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (!await OwnForm.IsOwnAsync(http, antiforgery))
        {
            return isLive ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.Redirect("/chat", permanent: false);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var mode = PageModes.Read(form[PageModes.Field]);
        var text = form["text"].LastOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";
        var latest = "";
        if (text.Length > 0)
        {
            var key = form["key"].ToString() is { Length: > 0 and <= 64 } given ? given : ConversationId.New();
            var conversation = await ConversationCookie.FindAsync(http, store);
            if (conversation is null && limits.WaitToStart(http) is { } wait && source.At(clock.GetUtcNow()) is var around && SafetyNet.ScreenSafely(text, around.SafetyRules).IsEmpty)
            {
                return TooManyBegin.Refuse(http, wait, isLive, text, key, mode, around, antiforgery);
            }

            if (conversation is null && runner.TurnAway(text) is { } early)
            {
                return BusyPage.Show(http, early, source.At(clock.GetUtcNow()).Content.Council, form, isLive);
            }

            conversation ??= await ConversationCookie.StartAsync(http, runner, mode == PageMode.Kiosk);
            var message = new IncomingMessage(conversation.Id, key, "web", text, clock.GetUtcNow()) { IsOverLimit = limits.IsTooMuchFrom(http) };
            var result = await runner.RunAsync(message, http.RequestAborted);
            if (result is { IsBusy: true })
            {
                return BusyPage.Show(http, result, source.At(clock.GetUtcNow()).Content.Council, form, isLive);
            }

            latest = result is null ? "" : $"#m{result.LastSequence - result.Replies.Length + 1}";
        }

        if (isLive)
        {
            return Results.NoContent();
        }

        http.Response.Headers.Location = $"{mode.Path()}{latest}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static IResult Shown(HttpContext http, PageMode mode, string html, CouncilSettings council) => mode == PageMode.Framed ? ShowFramed(http, html, council.EmbedOn) : Show(http, html);

    private static IResult ShowFramed(HttpContext http, string html, ImmutableArray<string> sites)
    {
        SecurityHeaders.AddTo(http.Response, sites);
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static IResult Show(HttpContext http, string html)
    {
        SecurityHeaders.AddTo(http.Response);
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
