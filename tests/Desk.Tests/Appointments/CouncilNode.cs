using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Desk.Tests.Appointments;

/// <summary>One node of a council, without its web server, on a database that others use too.</summary>
internal sealed class CouncilNode : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly FakeTimeProvider clock;

    private CouncilNode(ServiceProvider services, FakeTimeProvider clock)
    {
        this.services = services;
        this.clock = clock;
    }

    public TurnRunner Runner => services.GetRequiredService<TurnRunner>();

    public ConversationStore Store => services.GetRequiredService<ConversationStore>();

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public AppointmentBook Book => services.GetRequiredService<AppointmentBook>();

    public static async Task<CouncilNode> OpenAsync(StorageConnections connections, FakeTimeProvider clock)
    {
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SurroundingsSource(await TestCouncil.RealContent.Value))
            .AddConversations().AddTurns()
            .AddCaseBridge(connections)
            .BuildServiceProvider();
        var node = new CouncilNode(services, clock);
        await node.Cases.UpgradeAsync(CancellationToken.None);
        await node.Store.UpgradeAsync(CancellationToken.None);
        return node;
    }

    public async Task<string> BeginAsync() => (await Runner.StartAsync("web", CancellationToken.None)).Id;

    public async Task<TurnResult> SayAsync(string id, string text) =>
        (await Runner.RunAsync(new IncomingMessage(id, ConversationId.New(), "web", text, clock.GetUtcNow()), CancellationToken.None))!;

    public Task<EventResult> HappenAsync(string id, ConversationEvent what) =>
        Runner.RunAsync(new IncomingEvent(id, ConversationId.New(), what, clock.GetUtcNow()), CancellationToken.None);

    public async Task<Conversation> NowAsync(string id) => (await Store.FindAsync(id, CancellationToken.None))!;

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
