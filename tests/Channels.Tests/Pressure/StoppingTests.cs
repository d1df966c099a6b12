using System.Net;
using System.Net.WebSockets;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Channels.Tests.DirectLine;

namespace TransformingLives.Channels.Tests.Pressure;

/// <summary>A node is stopped while people talk.</summary>
public sealed class StoppingTests
{
    [Fact]
    public async Task A_turn_that_has_begun_is_finished_and_streams_are_told_to_come_back()
    {
        await using var council = await DirectLineCalls.StartCouncilAsync();
        var calls = new DirectLineCalls(council);
        var (_, made) = await calls.CallAsync(HttpMethod.Post, "/tokens/generate", DirectLineCalls.Secret);
        var (_, begun) = await calls.CallAsync(HttpMethod.Post, "/conversations", (string)made["token"]!);
        var id = (string)begun["conversationId"]!;
        using var stream = new ClientWebSocket();
        await stream.ConnectAsync(new Uri((string)begun["streamUrl"]!), CancellationToken.None);
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        _ = council.Service<CommitQueue>().RunAsync("held", async (_, _) =>
        {
            held.SetResult();
            await release.Task;
            return 0;
        });
        await held.Task;
        using var measured = new Watching.Measured(council);
        var turn = calls.PostAsync(id, (string)begun["token"]!, """{"type":"message","text":"hot meals in Ely"}""");
        await UntilAsync(() => measured.Of("transforming_lives.turns.active").Length > 0);

        var stopping = council.StopAsync();
        var close = await ReadUntilCloseAsync(stream);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, close);
        Assert.False(turn.IsCompleted);
        release.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await turn).Status);
        await stopping;
        Assert.Contains(await council.Store.ReadLogAsync(id, 0, default), entry => entry.Who == Speaker.Resident && entry.Text == "hot meals in Ely");
    }

    private static async Task<WebSocketCloseStatus?> ReadUntilCloseAsync(ClientWebSocket stream)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var buffer = new byte[16 * 1024];
        while ((await stream.ReceiveAsync(buffer, patience.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        await stream.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        return stream.CloseStatus;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}
