using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>A WebSocket takes one message after another: what is stored waits its turn, and a draft that comes late is dropped with the line.</summary>
internal sealed class OneAtATime(WebSocket socket) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task SendAsync(JsonObject set, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(set.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Sends it when the line is free; nobody waits, and nothing is lost with it.</summary>
    public void SendSoon(JsonObject set, CancellationToken cancellationToken) =>
        SendAsync(set, cancellationToken).ContinueWith(failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    public void Dispose() => gate.Dispose();
}
