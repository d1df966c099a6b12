using Microsoft.Extensions.DependencyInjection;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Turns;
using TransformingLives.Bot.Turns.Pressure;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>The program without its web server, on the content that ships: one node or several on one database.</summary>
internal sealed class BenchmarkCouncil : IAsyncDisposable
{
    private static readonly Lazy<Task<Surroundings>> Content = new(LoadAsync);
    private readonly List<ServiceProvider> nodes = [];

    private BenchmarkCouncil()
    {
    }

    public static async Task<BenchmarkCouncil> OpenAsync(StorageConnections connections, int nodes, CancellationToken cancellationToken)
    {
        var council = new BenchmarkCouncil();
        for (var i = 0; i < nodes; i++)
        {
            council.nodes.Add(new ServiceCollection().AddLogging()
                .AddSingleton(TimeProvider.System)
                .AddSingleton(new SurroundingsSource(await Content.Value))
                .AddConversations().AddTurns().Configure<PressureOptions>(pressure => pressure.AtOnce = 10_000)
                .AddCaseBridge(connections)
                .BuildServiceProvider());
        }

        await council.nodes[0].GetRequiredService<CouncilCases>().UpgradeAsync(cancellationToken);
        await council.nodes[0].GetRequiredService<ConversationStore>().UpgradeAsync(cancellationToken);
        return council;
    }

    /// <summary>The runner of a node.</summary>
    public TurnRunner Runner(int number) => nodes[number % nodes.Count].GetRequiredService<TurnRunner>();

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    private static async Task<Surroundings> LoadAsync()
    {
        var index = Directory.CreateTempSubdirectory("turns-index-").FullName;
        var (surroundings, _) = await ContentFiles.LoadAsync(Shipped.Content, index, null, CancellationToken.None);
        await surroundings!.Knowledge.Ready;
        return surroundings;
    }
}
