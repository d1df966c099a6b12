using System.Net;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;

namespace TransformingLives.Desk.Tests.Chatwoot;

/// <summary>A council whose officers work in Chatwoot, and a resident on its page.</summary>
internal sealed class ChatwootScene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private ChatwootScene(FakeChatwoot chatwoot, RunningCouncil council, string id)
    {
        Chatwoot = chatwoot;
        Council = council;
        Id = id;
    }

    public FakeChatwoot Chatwoot { get; }

    public RunningCouncil Council { get; }

    public string Id { get; }

    public static async Task<ChatwootScene> OpenAsync()
    {
        var chatwoot = await FakeChatwoot.StartAsync();
        var council = await RunningCouncil.StartAsync(chatwoot.Settings);
        return new ChatwootScene(chatwoot, council, (await council.Runner.StartAsync("web", CancellationToken.None)).Id);
    }

    /// <summary>One where an agent has the conversation already.</summary>
    public static async Task<ChatwootScene> WithAgentAsync()
    {
        var scene = await OpenAsync();
        await scene.SayAsync("can I talk to a person please");
        await scene.DeliverAsync();
        Assert.Equal(HttpStatusCode.OK, await scene.HearAsync(scene.Chatwoot.AgentSays("Good morning, I have read it")));
        return scene;
    }

    public Task<TurnResult?> SayAsync(string text) => Council.Runner.RunAsync(new IncomingMessage(Id, ConversationId.New(), "web", text, Council.Clock.GetUtcNow()), CancellationToken.None);

    /// <summary>What is due is carried out, also what the program's own loop has begun.</summary>
    public async Task DeliverAsync(Func<bool>? until = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        do
        {
            await Council.Cases.DeliverDueAsync(patience.Token);
            await Task.Delay(20, patience.Token);

            // What failed is tried again after a while.
            Council.Skip(TimeSpan.FromSeconds(1));
        }
        while (until is null ? await IsBehindAsync() : !until());
    }

    public async Task<HttpStatusCode> HearAsync(JsonObject payload)
    {
        using var request = FakeChatwoot.Webhook(payload, Council.Clock.GetUtcNow());
        using var answer = await Council.Http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<Conversation> NowAsync() => (await Council.Store.FindAsync(Id, CancellationToken.None))!;

    /// <summary>What the resident sees, a line each: who and what.</summary>
    public async Task<string[]> SeenAsync() => [.. (await Council.Store.ReadLogAsync(Id, 0, CancellationToken.None)).Select(entry => $"{entry.By ?? entry.Who.ToString()}: {entry.Text}")];

    public async ValueTask DisposeAsync()
    {
        await Council.DisposeAsync();
        await Chatwoot.DisposeAsync();
    }

    // The desk has been told when every turn of the conversation that touched it is delivered.
    private async Task<bool> IsBehindAsync()
    {
        var place = await Council.Service<Bot.Desk.Chatwoot.ChatwootPlaces>().FindAsync(Id, CancellationToken.None);
        var last = (await Council.Store.ReadLogAsync(Id, 0, CancellationToken.None))[^1].Sequence;
        var now = await NowAsync();
        return (now.Handover is not null && (place is null || place.Sent < last)) || (now.Handover is null && place is { IsOpen: true });
    }
}
