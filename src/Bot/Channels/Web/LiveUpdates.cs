using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>Pushes what is new in a conversation to the open page. The page says what it has; a lost connection loses nothing.</summary>
internal static class LiveUpdates
{
    /// <summary>A page that has not begun to talk asks again when it has; nobody holds a socket for longer than this.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static async Task ListenAsync(HttpContext http, ConversationStore store, ConversationFeed feed, SurroundingsSource source, LiveLines lines, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        var conversation = await ConversationCookie.FindAsync(http, store);
        if (!http.WebSockets.IsWebSocketRequest || conversation is null || !PageSocket.IsOurPage(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var line = lines.Add("page");
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var leaving = lifetime.ApplicationStopping.ComeBackWhen(socket, ends);
        ends.CancelAfter(Longest);
        var closed = PageSocket.WatchForCloseAsync(socket, ends);
        _ = long.TryParse(http.Request.Query["after"], out var after);
        try
        {
            await PushAsync(socket, conversation.Id, after, store, feed, () => source.At(clock.GetUtcNow()), ends.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The page went away; it says what it has when it comes back.
        }

        await closed;
    }

    private static async Task PushAsync(WebSocket socket, string id, long after, ConversationStore store, ConversationFeed feed, Func<Surroundings> around, CancellationToken cancellationToken)
    {
        // Listening begins before the first look, so that nothing falls between.
        using var listening = feed.Subscribe(id);
        while (true)
        {
            var log = await store.ReadLogAsync(id, after, cancellationToken);
            if (log.Length > 0)
            {
                after = log[^1].Sequence;
                var conversation = await store.FindAsync(id, cancellationToken);
                var now = around();
                var update = new LiveUpdate(after, LogHtml.Of(log), ResidentPage.Chips(log), AsideHtml.Of(Progress.Of(conversation, now), AppointmentsHtml.Of(conversation, now)));
                await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(update, LiveJson.Default.LiveUpdate), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            }

            await listening.WaitAsync(cancellationToken);
        }
    }
}

/// <summary>What is new.</summary>
/// <param name="Last">Sequence of the last entry.</param>
/// <param name="Entries">New entries as HTML.</param>
/// <param name="Chips">Buttons of the last reply.</param>
/// <param name="Aside">What stands beside the talk.</param>
internal sealed record LiveUpdate(long Last, string Entries, string Chips, string Aside);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LiveUpdate))]
internal sealed partial class LiveJson : JsonSerializerContext;
