using System.Net.WebSockets;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Queue;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Watch;
using TransformingLives.Bot.Turns;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Desk.Tests.Testing;

namespace TransformingLives.Desk.Tests;

/// <summary>An officer's browser goes away in the middle of a takeover.</summary>
public sealed class LostOfficerTests
{
    private static readonly TimeSpan TheTimeThatIsSet = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_conversation_is_back_in_the_queue_in_the_time_that_is_set()
    {
        await using var scene = await Scene.OpenAsync();
        await Scene.CloseAsync(await scene.ListenAsync());
        await scene.PassAsync(TheTimeThatIsSet / 2);
        Assert.Equal(Floor.Officer, (await scene.NowAsync()).Floor);
        await scene.PassAsync(TheTimeThatIsSet / 2 + TimeSpan.FromSeconds(1));

        Assert.Equal(Floor.Waiting, (await scene.NowAsync()).Floor);
        Assert.Null(Assert.Single(scene.Council.Service<QueueBoard>().Now.Entries).Officer);
        Assert.Contains("was cut off", await scene.SeenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_long_as_the_page_is_open_the_officer_has_it()
    {
        await using var scene = await Scene.OpenAsync();
        using var socket = await scene.ListenAsync();
        for (var time = 0; time < 10; time++)
        {
            await scene.PassAsync(TheTimeThatIsSet / 3);
            await Scene.ReadAsync(socket);
        }

        Assert.Equal(Floor.Officer, (await scene.NowAsync()).Floor);
    }

    [Fact]
    public async Task Another_officer_goes_on_with_everything_that_was_said()
    {
        await using var scene = await Scene.OpenAsync();
        await Scene.CloseAsync(await scene.ListenAsync());
        await scene.SayAsync("are you there? it is about my mum");
        await scene.PassAsync(TheTimeThatIsSet * 2);
        using var tom = await OfficerBrowser.SignInAsync(scene.Council, "Tom Okafor", DeskRole.Officer);

        using var accepted = await tom.PostAsync($"/desk/conversations/{scene.Id}/accept");
        var page = await tom.ReadAsync($"/desk/conversations/{scene.Id}");

        Assert.Contains("it is about my mum", page, StringComparison.Ordinal);
        Assert.Equal("Tom Okafor", (await scene.NowAsync()).Handover!.Officer!.Name);
    }

    [Fact]
    public async Task The_officer_who_comes_back_too_late_is_told_and_sends_nothing()
    {
        await using var scene = await Scene.OpenAsync();
        await Scene.CloseAsync(await scene.ListenAsync());
        await scene.PassAsync(TheTimeThatIsSet * 2);

        using var late = await scene.Priya.PostAsync($"/desk/conversations/{scene.Id}/say", ("text", "Sorry, I'm back"), ("key", "late"));

        Assert.EndsWith("said=lost", late.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("I'm back", await scene.SeenAsync(), StringComparison.Ordinal);
    }

    private sealed class Scene : IAsyncDisposable
    {
        private Scene(RunningCouncil council, string id, OfficerBrowser priya)
        {
            Council = council;
            Id = id;
            Priya = priya;
        }

        public RunningCouncil Council { get; }

        public string Id { get; }

        public OfficerBrowser Priya { get; }

        public static async Task<Scene> OpenAsync()
        {
            var council = await RunningCouncil.StartAsync();
            var conversation = await council.Runner.StartAsync("web", CancellationToken.None);
            var scene = new Scene(council, conversation.Id, await OfficerBrowser.SignInAsync(council, "Priya Singh", DeskRole.Officer));
            await scene.SayAsync("can I talk to a person please");
            using var accepted = await scene.Priya.PostAsync($"/desk/conversations/{scene.Id}/accept");
            return scene;
        }

        public Task<TurnResult?> SayAsync(string text) => Council.Runner.RunAsync(new IncomingMessage(Id, ConversationId.New(), "web", text, Council.Clock.GetUtcNow()), CancellationToken.None);

        /// <summary>Opens the page's connection, and waits for what it is sent first: by then the heart has beaten.</summary>
        public async Task<ClientWebSocket> ListenAsync()
        {
            var socket = await Priya.ListenAsync($"conversation={Id}");
            await ReadAsync(socket);
            return socket;
        }

        /// <summary>Reads one message. The heart beats before each.</summary>
        public static async Task ReadAsync(ClientWebSocket socket)
        {
            var buffer = new byte[64 * 1024];
            while (!(await socket.ReceiveAsync(buffer, CancellationToken.None)).EndOfMessage)
            {
            }
        }

        /// <summary>Closes the page, and waits until the program has noticed: it ends the connection.</summary>
        public static async Task CloseAsync(ClientWebSocket socket)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
            try
            {
                while (socket.State is WebSocketState.CloseSent)
                {
                    await socket.ReceiveAsync(new byte[64 * 1024], CancellationToken.None);
                }
            }
            catch (WebSocketException)
            {
                // It has.
            }

            socket.Dispose();
        }

        public Task PassAsync(TimeSpan time)
        {
            Council.Clock.Advance(time);
            return Council.Service<DeskWatch>().LookAsync(CancellationToken.None);
        }

        public async Task<Conversation> NowAsync() => (await Council.Store.FindAsync(Id, CancellationToken.None))!;

        public async Task<string> SeenAsync() => string.Join('\n', (await Council.Store.ReadLogAsync(Id, 0, CancellationToken.None)).Select(entry => entry.Text));

        public async ValueTask DisposeAsync()
        {
            Priya.Dispose();
            await Council.DisposeAsync();
        }
    }
}
