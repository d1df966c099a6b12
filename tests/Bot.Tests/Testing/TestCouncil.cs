using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Bot.Tests.Testing;

/// <summary>The real program without its web server: real content, a real SQLite file, a clock that stands on a Monday morning.</summary>
internal sealed class TestCouncil : IAsyncDisposable
{
    /// <summary>The content that ships.</summary>
    public static string Content => Folders.Find(null, SharedIndex).Content;

    /// <summary>The index depends on the content alone, so all tests share it.</summary>
    internal static readonly string SharedIndex = Path.Combine(Path.GetTempPath(), "transforming-lives-test-index");

    /// <summary>The content of this repository, loaded once: nothing changes it.</summary>
    public static readonly Lazy<Task<Surroundings>> RealContent = new(LoadAsync);

    private readonly ServiceProvider services;
    private readonly string folder;

    private TestCouncil(ServiceProvider services, string folder, FakeTimeProvider clock)
    {
        this.services = services;
        this.folder = folder;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public TurnRunner Runner => services.GetRequiredService<TurnRunner>();

    public ConversationStore Store => services.GetRequiredService<ConversationStore>();

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public static async Task<TestCouncil> OpenAsync(string? existingFolder = null)
    {
        var folder = existingFolder ?? Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        var folders = Folders.Find(null, folder);
        var surroundings = await RealContent.Value;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SurroundingsSource(surroundings))
            .AddConversations().AddTurns()
            .AddCaseBridge(StorageConnections.File(folders.Database).With(TestKeys.Masters))
            .BuildServiceProvider();
        var council = new TestCouncil(services, folder, clock);
        await council.Cases.UpgradeAsync(CancellationToken.None);
        await council.Store.UpgradeAsync(CancellationToken.None);
        return council;
    }

    private static async Task<Surroundings> LoadAsync()
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(Folders.Find(null, SharedIndex).Content, SharedIndex, null, CancellationToken.None);
        Assert.DoesNotContain(problems, problem => problem.IsError);
        await surroundings!.Knowledge.Ready;
        return surroundings;
    }

    /// <summary>Says one thing after another, and gives the last answer.</summary>
    public async Task<TurnResult> SayAsync(string conversation, params string[] messages)
    {
        TurnResult? result = null;
        foreach (var text in messages)
        {
            result = await Runner.RunAsync(new IncomingMessage(conversation, ConversationId.New(), "web", text, Clock.GetUtcNow()), CancellationToken.None);
        }

        return result!;
    }

    /// <summary>Turns these off, as an administrator would; all else is on.</summary>
    public void TurnOff(params SwitchedOff[] off) => services.GetRequiredService<SurroundingsSource>().TellOfSwitches(new Switches(off.ToImmutableDictionary(one => one.What)));

    /// <summary>Gives the case system all that waits for it.</summary>
    public Task DeliverAsync() => Cases.DeliverDueAsync(CancellationToken.None);

    /// <summary>Stops the program and leaves what it has stored, for the next one to open.</summary>
    public ValueTask StopAsync() => services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
