using System.Net.WebSockets;
using System.Text.Json;
using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.Sessions;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Live;

/// <summary>
/// Pushes to an open page of the desk: the queue, and the conversation that is open. While the page is open, the officer is there, and a takeover stands;
/// when it is gone, so is the lease, after the time that is set.
/// </summary>
internal sealed class DeskLive(ConversationStore store, ConversationFeed feed, QueueBoard board, DeskQueue queue, DeskPresence presence, SurroundingsSource surroundings, KeptFiles files, ViewAudit audit, DeskSessions sessions, LiveLines lines, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>Waiting times on the page are never older than this.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(10);

    /// <summary>Changes of the queue that come together are shown together; what is said in the open conversation never waits for that.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);

    /// <summary>A page that does not close its side is cut off after so long.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/live", (HttpContext http, DeskLive live) => live.ListenAsync(http)).For(DeskActions.Listen);

    private async Task ListenAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest || !PageSocket.IsOurPage(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var view = DeskView.Of(http);
        await audit.NoteAsync(http, DeskActions.Listen, view.ConversationId ?? ViewAudit.Everybody, "live");
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var line = lines.Add("desk");
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var leaving = lifetime.ApplicationStopping.ComeBackWhen(socket, ends);
        var closed = PageSocket.WatchForCloseAsync(socket, ends);
        try
        {
            await PushAsync(socket, view, http.Session()!.Id, ends);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The page went away; it says what it has when it comes back.
        }

        await closed;
    }

    private async Task PushAsync(WebSocket socket, DeskView view, string session, CancellationTokenSource ends)
    {
        var cancellationToken = ends.Token;
        using var news = feed.Subscribe(view.ConversationId ?? ConversationFeed.Desk);
        var heard = news.WaitAsync(cancellationToken).AsTask();
        var beat = DateTimeOffset.MinValue;
        var checkedAt = clock.GetUtcNow();
        while (true)
        {
            var now = clock.GetUtcNow();
            if (now - checkedAt >= Tick)
            {
                // An open page keeps nobody signed in.
                if (await sessions.FindAsync(session, cancellationToken) is not { } mine || !sessions.IsOpen(mine))
                {
                    await SaySignedOutAsync(socket, ends);
                    return;
                }

                checkedAt = now;
            }

            beat = await BeatAsync(view, beat);
            var (update, after) = await LookAsync(view, cancellationToken);
            view = after;
            await TellAsync(socket, update, heard, view.QueueVersion, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            heard = heard.IsCompleted ? news.WaitAsync(cancellationToken).AsTask() : heard;
        }
    }

    // What the page is told before it is let go (RFC 6455, 1008): it shows the sign-in then.
    private static async Task SaySignedOutAsync(WebSocket socket, CancellationTokenSource ends)
    {
        ends.CancelAfter(Farewell);
        await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, "Signed out", ends.Token);
    }

    // Tells the page, and waits for what it is to be told next. The tick runs from before: who has seen one message can count on another one.
    // What is not waited for any more is let go, so that nothing piles up behind a page that is open all day.
    private async Task TellAsync(WebSocket socket, DeskUpdate update, Task heard, long queueVersion, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var tick = Task.Delay(Tick, clock, over.Token);
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(update, DeskJson.Default.DeskUpdate), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        await Task.WhenAny(heard, CalmAsync(queueVersion, over.Token), tick);
        await over.CancelAsync();
    }

    private async Task CalmAsync(long queueVersion, CancellationToken cancellationToken)
    {
        await board.ChangedAsync(queueVersion).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(Breath, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // The heart beats three times in the time after which a takeover is given back.
    private async Task<DateTimeOffset> BeatAsync(DeskView view, DateTimeOffset last)
    {
        var now = clock.GetUtcNow();
        var lease = surroundings.At(now).Content.Council.Desk.ReturnedAfter;
        if (now - last < lease / 3)
        {
            return last;
        }

        await presence.SeenAsync(view.Officer, view.Roles);
        if (view.ConversationId is { } open)
        {
            await queue.RenewAsync(open, view.Officer.Id, lease);
        }

        return now;
    }

    private async Task<(DeskUpdate Update, DeskView After)> LookAsync(DeskView view, CancellationToken cancellationToken)
    {
        using var loan = surroundings.Borrow(clock.GetUtcNow());
        var log = view.ConversationId is { } id ? await store.ReadStaffLogAsync(id, view.After, cancellationToken) : [];
        var conversation = view.ConversationId is { } open && (log.Length > 0 || view.Seat is null) ? await store.FindAsync(open, cancellationToken) : null;
        var sent = conversation is null ? [] : await files.OfAsync(conversation.Id, cancellationToken);
        return view.Update(board.Now, log, conversation, sent, loan.Surroundings);
    }
}
