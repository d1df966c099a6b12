using Microsoft.Data.Sqlite;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>The same program without its web server, on a database that is thrown away: for stories and for the terminal.</summary>
internal sealed class PlayedCouncil : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder;

    private PlayedCouncil(ServiceProvider services, string folder)
    {
        this.services = services;
        this.folder = folder;
    }

    public IServiceProvider Services => services;

    public TurnRunner Runner => services.GetRequiredService<TurnRunner>();

    public ConversationStore Store => services.GetRequiredService<ConversationStore>();

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    /// <param name="with">Adds what a council may have besides, such as a language model.</param>
    public static async Task<PlayedCouncil> OpenAsync(Surroundings surroundings, TimeProvider clock, CancellationToken cancellationToken, Action<IServiceCollection>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(clock)
            .AddSingleton(new SurroundingsSource(surroundings))
            .AddConversations().AddTurns()
            .AddCaseBridge(StorageConnections.File(Path.Combine(folder, "played.db")).With(MasterKeys.Of(MasterKey.New())));
        with?.Invoke(services);
        var council = new PlayedCouncil(services.BuildServiceProvider(), folder);
        await council.Cases.UpgradeAsync(cancellationToken);
        await council.Store.UpgradeAsync(cancellationToken);
        await council.Services.UpgradeLanguageModelAsync(cancellationToken);
        return council;
    }

    /// <summary>Gives the case system all that waits for it.</summary>
    public Task DeliverAsync(CancellationToken cancellationToken) => Cases.DeliverDueAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
