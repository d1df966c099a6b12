using System.Net.WebSockets;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>One open WebSocket of a conversation: from its watermark on, everything that is stored, in order.</summary>
/// <param name="Caller">Who listens.</param>
/// <param name="After">The watermark that it came with.</param>
/// <param name="Link">Where this program is, as the client sees it.</param>
internal sealed record ActivityStream(WebSocket Socket, DirectLineCaller Caller, long After, string Link, CancellationTokenSource Ends)
{
    // What we read is not needed: this only has to hold the empty frames of clients.
    private const int FrameBytes = 32;

    /// <summary>Pushes until the line ends; nothing is thrown when it does.</summary>
    public async Task PushAsync(OneAtATime outgoing, ActivitySets sets, ConversationFeed feed)
    {
        try
        {
            // Listening begins before the first look, so that nothing falls between.
            using var listening = feed.Subscribe(Caller.ConversationId!);
            var after = After;
            while (true)
            {
                after = await CatchUpAsync(outgoing, sets, after);
                await listening.WaitAsync(Ends.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The client went away, or we are stopping: it comes back with its watermark.
        }
    }

    /// <summary>Clients send empty frames to keep the line open, and nothing that we need. Reading them is how we hear that they close.</summary>
    public async Task IgnoreIncomingAsync()
    {
        try
        {
            while (true)
            {
                // Waiting with no buffer at all is what costs least; only a frame that has come is read into one.
                var came = await Socket.ReceiveAsync(Memory<byte>.Empty, Ends.Token);
                while (came is { EndOfMessage: false, MessageType: not WebSocketMessageType.Close })
                {
                    came = await Socket.ReceiveAsync(new byte[FrameBytes].AsMemory(), Ends.Token);
                }

                if (came.MessageType == WebSocketMessageType.Close)
                {
                    await Ends.CancelAsync();
                    await Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            await Ends.CancelAsync();
        }
    }

    private async Task<long> CatchUpAsync(OneAtATime outgoing, ActivitySets sets, long after)
    {
        var (set, watermark, isEmpty) = await sets.AfterAsync(Caller.ConversationId!, Caller.UserId, after, Link, Ends.Token);
        if (!isEmpty)
        {
            await outgoing.SendAsync(set, Ends.Token);
        }

        return watermark;
    }
}
