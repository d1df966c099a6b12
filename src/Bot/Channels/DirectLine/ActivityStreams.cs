using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>
/// Opens the WebSockets of conversations. Any number may be open at once; a lost one loses nothing, because the client says what it has.
/// Thousands wait here for hours, so a waiting one holds nothing that it does not need.
/// </summary>
internal sealed class ActivityStreams(DirectLineTokens tokens, DirectLineOptions options, ActivitySets sets, ConversationFeed feed, ConversationStore store, LiveLines lines, IHostApplicationLifetime lifetime, DoorLimits limits, TimeProvider clock, ILogger<ActivityStreams> logger, IServiceProvider services)
{
    private readonly WordingDrafts? drafts = services.GetService<WordingDrafts>();

    /// <summary>Answers a WebSocket of a stream itself, before whatever a page needs and a stream does not; leaves all else to others.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next) =>
        IdOf(http.Request.Path) is { } id && http.WebSockets.IsWebSocketRequest ? OpenAsync(http, id) : next(http);

    /// <summary>Opens a stream and pushes until it ends; or refuses it.</summary>
    public async Task OpenAsync(HttpContext http, string id)
    {
        if (await AcceptAsync(http, id) is not { } stream)
        {
            return;
        }

        LetGo(http);
        using var line = lines.Add("direct_line");
        using var socket = stream.Socket;
        using var ends = stream.Ends;
        using var leaving = lifetime.ApplicationStopping.ComeBackWhen(socket, ends);
        using var outgoing = new OneAtATime(socket);
        using var listening = drafts?.Listen(id, draft => outgoing.SendSoon(DraftActivity.SetOf(draft, id, clock.GetUtcNow()), stream.Ends.Token));
        await Task.WhenAll(stream.IgnoreIncomingAsync(), stream.PushAsync(outgoing, sets, feed));
    }

    private async Task<ActivityStream?> AcceptAsync(HttpContext http, string id)
    {
        try
        {
            var (token, watermark) = Asked(http.Request.QueryString);
            var (opens, refusal) = await MayOpenAsync(http, id, token, watermark);
            if (opens is not var (caller, after))
            {
                http.Response.Headers.CacheControl = "no-store";
                await refusal!.ExecuteAsync(http);
                return null;
            }

            var link = sets.LinkOf(http.Request);
            return new ActivityStream(await http.WebSockets.AcceptWebSocketAsync(), caller, after, link, CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted));
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !http.Response.HasStarted)
        {
            await DirectLineAnswer.Fault(http, id, exception, logger).ExecuteAsync(http);
            return null;
        }
    }

    private async Task<((DirectLineCaller Caller, long After)? Opens, IResult? Refusal)> MayOpenAsync(HttpContext http, string id, string token, string watermark)
    {
        var check = await tokens.CheckAsync(token, TokenPurpose.Stream);
        if (check is not TokenCheck.Good { Caller: var caller } || caller.ConversationId != id || !IsAllowed(http, caller))
        {
            return (null, check is TokenCheck.Expired ? DirectLineProblem.Expired : DirectLineProblem.BadToken);
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return (null, DirectLineProblem.BadRequest("BadArgument", "This address is for a WebSocket"));
        }

        if (limits.WaitToRead(http, id) is { } wait)
        {
            return (null, DirectLineProblem.TooMany(http, wait));
        }

        return await store.FindHeadAsync(id, http.RequestAborted) is { } head
            ? ((caller, Watermark.Read(watermark, head.LastSequence)), null)
            : (null, DirectLineProblem.NotFound);
    }

    // A browser holds back no WebSocket between sites: that is for us to do.
    private bool IsAllowed(HttpContext http, DirectLineCaller caller)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isOurs = origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.Value);
        return caller.MayComeFrom(origin) && (isOurs || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase));
    }

    // Not by Request.Query: the request would keep what it parsed for as long as the line is open.
    private static (string Token, string Watermark) Asked(QueryString query)
    {
        var (token, watermark) = ("", "");
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            switch (pair.DecodeName().Span)
            {
                case "t":
                    token = pair.DecodeValue().ToString();
                    break;
                case "watermark":
                    watermark = pair.DecodeValue().ToString();
                    break;
            }
        }

        return (token, watermark);
    }

    // A request is held for as long as its WebSocket; what was asked with it need not be.
    private static void LetGo(HttpContext http)
    {
        http.Request.Headers.Clear();
        http.SetEndpoint(null);
        if (http.Features.Get<IHttpRequestFeature>() is { } request)
        {
            (request.RawTarget, request.QueryString) = ("", "");
        }
    }

    private static string? IdOf(PathString path)
    {
        const string Before = $"{DirectLineEndpoints.Path}/conversations/";
        const string After = "/stream";
        return path.Value is { } value && value.Length > Before.Length + After.Length && value.StartsWith(Before, StringComparison.OrdinalIgnoreCase) && value.EndsWith(After, StringComparison.OrdinalIgnoreCase)
            && value[Before.Length..^After.Length] is var id && !id.Contains('/')
            ? id
            : null;
    }
}
