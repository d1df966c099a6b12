using System.Net.WebSockets;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every WebSocket of our own pages needs.</summary>
internal static class PageSocket
{
    /// <summary>A WebSocket is not held back by the browser's same-origin rule: another site's page must not listen in.</summary>
    public static bool IsOurPage(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == http.Request.Host.Value;

    /// <summary>Cancels <paramref name="ends"/> when the page closes. What a page sends is read and not needed.</summary>
    public static async Task WatchForCloseAsync(WebSocket socket, CancellationTokenSource ends)
    {
        var nothing = new byte[64];
        try
        {
            while ((await socket.ReceiveAsync(nothing, ends.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            return;
        }

        await ends.CancelAsync();
    }
}
