using System.Net.WebSockets;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>
/// The WebSocket of a conversation: from its watermark on, everything that is stored, in order. Any number may be open at once; a lost one
/// loses nothing, because the client says what it has.
/// </summary>
internal static class ActivityStream
{
    public static async Task OpenAsync(HttpContext http, string id, DirectLineTokens tokens, DirectLineOptions options, ActivitySets sets, ConversationFeed feed, ConversationStore store, IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        var check = await tokens.CheckAsync(http.Request.Query["t"].ToString(), TokenPurpose.Stream);
        var caller = (check as TokenCheck.Good)?.Caller;
        if (caller is null || caller.ConversationId != id || !IsAllowed(http, caller, options))
        {
            await (check is TokenCheck.Expired ? DirectLineProblem.Expired : DirectLineProblem.BadToken).ExecuteAsync(http);
        }
        else if (!http.WebSockets.IsWebSocketRequest)
        {
            await DirectLineProblem.BadRequest("BadArgument", "This address is for a WebSocket").ExecuteAsync(http);
        }
        else if (await store.FindHeadAsync(id, http.RequestAborted) is not { } head)
        {
            await DirectLineProblem.NotFound.ExecuteAsync(http);
        }
        else
        {
            var after = Watermark.Read(http.Request.Query["watermark"], head.LastSequence);
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            var reading = IgnoreIncomingAsync(socket, ends);
            using var outgoing = new OneAtATime(socket);
            using var drafts = http.RequestServices.GetService<WordingDrafts>()?.Listen(id, draft => outgoing.SendSoon(DraftActivity.SetOf(draft, id, clock.GetUtcNow()), ends.Token));
            await PushAsync(outgoing, caller, after, sets.LinkOf(http.Request), sets, feed, ends.Token);
            await reading;
        }
    }

    private static async Task PushAsync(OneAtATime outgoing, DirectLineCaller caller, long after, string link, ActivitySets sets, ConversationFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            // Listening begins before the first look, so that nothing falls between.
            using var listening = feed.Subscribe(caller.ConversationId!);
            while (true)
            {
                var (set, watermark, isEmpty) = await sets.AfterAsync(caller.ConversationId!, caller.UserId, after, link, cancellationToken);
                after = watermark;
                if (!isEmpty)
                {
                    await outgoing.SendAsync(set, cancellationToken);
                }

                await listening.WaitAsync(cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client went away, or we are stopping: it comes back with its watermark.
        }
    }

    // Clients send empty frames to keep the line open, and nothing that we need. Reading them is how we hear that they close.
    private static async Task IgnoreIncomingAsync(WebSocket socket, CancellationTokenSource ends)
    {
        var nothing = new byte[32];
        try
        {
            while ((await socket.ReceiveAsync(nothing, ends.Token)).MessageType != WebSocketMessageType.Close)
            {
            }

            await ends.CancelAsync();
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            await ends.CancelAsync();
        }
    }

    // A browser holds back no WebSocket between sites: that is for us to do.
    private static bool IsAllowed(HttpContext http, DirectLineCaller caller, DirectLineOptions options)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isOurs = origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == http.Request.Host.Value);
        return caller.MayComeFrom(origin) && (isOurs || options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase));
    }
}
