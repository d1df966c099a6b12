using System.Net.WebSockets;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What every WebSocket of our own pages needs.</summary>
internal static class PageSocket
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <summary>A WebSocket is not held back by the browser's same-origin rule: another site's page must not listen in.</summary>
    public static bool IsOurPage(HttpContext http) =>
        Uri.TryCreate(http.Request.Headers.Origin, UriKind.Absolute, out var origin) && origin.Authority == http.Request.Host.Value;

    /// <summary>When this node is stopped, the page is told to come back, which leads it to another node or to this one again; one that doesn't hear is cut off after a moment.</summary>
    /// <param name="socket">Its line.</param>
    /// <param name="ends">Ends what is done for it.</param>
    /// <param name="stopping">When the node is stopped.</param>
    public static CancellationTokenRegistration ComeBackWhen(this CancellationToken stopping, WebSocket socket, CancellationTokenSource ends) => stopping.Register(() =>
    {
        ends.CancelAfter(Farewell);
        _ = SayComeBackAsync(socket, ends);
    });

    /// <summary>Says that the node goes away (RFC 6455, 1001).</summary>
    public static async Task SayComeBackAsync(WebSocket socket, CancellationTokenSource ends)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "Connect again", ends.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // It is gone already.
        }
    }

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
