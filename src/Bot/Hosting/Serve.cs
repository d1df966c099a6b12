using Microsoft.AspNetCore.DataProtection;
using TransformingLives.Bot.Channels;
using TransformingLives.Bot.Channels.DirectLine;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Channels.Web;
using TransformingLives.Bot.Channels.Web.Voting;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Hosting.Importing;
using TransformingLives.Bot.Hosting.Limits;
using TransformingLives.Bot.Hosting.Public;
using TransformingLives.Bot.Hosting.Reloading;
using TransformingLives.Bot.Hosting.Watching;
using TransformingLives.Bot.LanguageModel;
using TransformingLives.Bot.OffSwitch;
using TransformingLives.Bot.Records;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>serve</c>: the host.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(Folders folders, string urls, CancellationToken cancellationToken)
    {
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        await using var app = Build(folders, urls, surroundings, TimeProvider.System, []);
        if (app.Environment.IsProduction())
        {
            FitForThePublic.Demand(app.Configuration, surroundings with { Now = TimeProvider.System.GetUtcNow() }, folders.Data);
        }

        using var source = app.Services.GetRequiredService<SurroundingsSource>();
        await UpgradeAsync(app.Services, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Microsoft.Extensions.Options.OptionsValidationException exception)
        {
            throw new StartUpException($"The settings can't be used. {exception.Message}");
        }
        catch (IOException exception)
        {
            throw new StartUpException($"The address {urls} can't be used: {exception.Message} Choose another with --urls.");
        }

        Console.WriteLine($"The resident page:  {app.Urls.First()}");
        Console.WriteLine(DeskLine(app));
        Console.WriteLine($"The data:           {folders.Data}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    /// <summary>The whole program, ready to be started.</summary>
    /// <param name="settings">Settings over those of the environment.</param>
    public static WebApplication Build(Folders folders, string urls, Surroundings surroundings, TimeProvider clock, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = WebRoot(), EnvironmentName = EnvironmentName() });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.Quieten();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(new SurroundingsSource(surroundings));
        builder.Services.AddConversations();
        builder.Services.AddTurns(builder.Configuration);
        AddCases(builder, folders);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folders.Keys)).SetApplicationName("transforming-lives");

        // Only files that are the same for everybody: compressed words of a person next to what an attacker chose would give them away.
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript", "application/javascript"];
        });
        builder.Services.AddReloading(folders);
        builder.Services.AddHealth();
        builder.AddExport();
        builder.Services.AddFeeds();
        builder.Services.AddRetention();
        builder.Services.AddOffSwitch();
        AddChannelsAndDesk(builder, folders);

        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseSecurityHeaders();
        app.UseUnexpectedTrouble();
        app.UseStorageTrouble();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "public, max-age=3600" });
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20), KeepAliveTimeout = TimeSpan.FromSeconds(20) });
        app.UseActivityStreams();
        app.UseKioskVisitors();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealth();
        app.MapResidentPages();
        app.MapPublicPages();
        app.MapPlans();
        app.MapAppointmentFiles();
        app.MapVotes();
        app.MapChannels();
        app.MapDesk();
        return app;
    }

    /// <summary>Brings the tables to today's shape.</summary>
    public static async Task UpgradeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<CouncilCases>().UpgradeAsync(cancellationToken);
            await services.GetRequiredService<ConversationStore>().UpgradeAsync(cancellationToken);
            await services.GetRequiredService<ChannelTables>().UpgradeAsync(cancellationToken);
            await services.UpgradeLanguageModelAsync(cancellationToken);
            await SealExisting.RunAsync(services.GetRequiredService<StorageConnections>(), SealedTables.All, SealedTables.Moves, cancellationToken);
            await (services.GetService<KeptFiles>()?.SealExistingAsync(cancellationToken) ?? Task.CompletedTask);
            await (services.GetService<SwitchBook>()?.RefreshAsync(cancellationToken) ?? Task.CompletedTask);
        }
        catch (Exception exception) when (exception is SchemaTooNewException or SchemaBrokenException or MasterKeyMissingException)
        {
            throw new StartUpException(exception.Message);
        }
    }

    private static void AddCases(WebApplicationBuilder builder, Folders folders)
    {
        try
        {
            builder.Services.AddCaseBridge(StorageSettings.Connections(builder.Configuration, folders), builder.Configuration);
        }
        catch (System.ComponentModel.DataAnnotations.ValidationException exception)
        {
            throw new StartUpException(exception.Message);
        }
    }

    private static void AddChannelsAndDesk(WebApplicationBuilder builder, Folders folders)
    {
        try
        {
            builder.Services.AddLimits(builder.Configuration);
            builder.Services.AddChannels(builder.Configuration, folders.Data);
            builder.AddDesk();
            builder.Services.AddLanguageModel(builder.Configuration);
        }
        catch (FormatException exception)
        {
            throw new StartUpException(exception.Message);
        }
    }

    // Whoever can read the screen of a developer's machine may sit at its desk; anywhere else there is no such link.
    private static string DeskLine(WebApplication app) => app.Services.GetRequiredService<DeskDoor>().Way switch
    {
        WayIn.DevelopmentLink => $"The staff desk:     {app.Urls.First()}{DevelopmentSignIn.Path}?link={app.Services.GetRequiredService<SignInLinks>().Make()}  (works once, 15 minutes)",
        WayIn.OpenIdConnect => $"The staff desk:     {app.Urls.First()}/desk",
        _ => "The staff desk:     shut until the council's sign-in is set up (Desk__OpenIdConnect__Authority)",
    };

    // Built in its own sources it is a developer's; anywhere else it is a council's, and nothing is opened to anybody.
    internal static string EnvironmentName() =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")
        ?? (Folders.IsInSources() ? Environments.Development : Environments.Production);

    private static string WebRoot() => Path.Combine(AppContext.BaseDirectory, "wwwroot");
}
