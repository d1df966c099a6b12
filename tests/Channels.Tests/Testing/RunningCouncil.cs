using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Channels.Tests.Testing;

/// <summary>The real program with its web server, on a free port, with a clock that the test turns.</summary>
internal sealed class RunningCouncil : IAsyncDisposable
{
    private readonly Func<WebApplication> build;
    private readonly string folder;
    private WebApplication app;

    private RunningCouncil(Func<WebApplication> build, WebApplication app, string folder, FakeTimeProvider clock)
    {
        this.build = build;
        this.app = app;
        this.folder = folder;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public FakeTimeProvider Clock { get; }

    public HttpClient Http { get; private set; }

    public string Address => app.Urls.First();

    public string DataFolder => folder;

    public ConversationStore Store => app.Services.GetRequiredService<ConversationStore>();

    public TurnRunner Runner => app.Services.GetRequiredService<TurnRunner>();

    public CouncilCases Cases => app.Services.GetRequiredService<CouncilCases>();

    /// <summary>A service of the running program.</summary>
    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Starts it, with settings as a council would give them.</summary>
    public static Task<RunningCouncil> StartAsync(params (string Name, string Value)[] settings) => StartAsync(council => council, settings);

    /// <summary>Starts it with another council.yaml.</summary>
    public static Task<RunningCouncil> StartAsync(Func<CouncilSettings, CouncilSettings> change, params (string Name, string Value)[] settings) => StartAsync(null, change, settings);

    /// <summary>Starts it with the files of another content folder before it, as authors see and change them; turns look at the content that ships.</summary>
    public static Task<RunningCouncil> StartAsync(string files, params (string Name, string Value)[] settings) => StartAsync(files, council => council, settings);

    private static async Task<RunningCouncil> StartAsync(string? files, Func<CouncilSettings, CouncilSettings> change, (string Name, string Value)[] settings)
    {
        var content = await TestCouncil.RealContent.Value;
        content = content with { Content = content.Content with { Council = change(content.Content.Council) } };
        var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));
        var all = settings.Prepend(("Limits:Enabled", "false")).GroupBy(setting => setting.Item1).ToDictionary(setting => setting.Key, setting => (string?)setting.Last().Item2);
        WebApplication Build() => Serve.Build(Folders.Find(files, folder), "http://127.0.0.1:0", content, clock, all);
        return new RunningCouncil(Build, await StartAsync(Build()), folder, clock);
    }

    private static async Task<WebApplication> StartAsync(WebApplication app)
    {
        await Serve.UpgradeAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        return app;
    }

    /// <summary>Ends it and starts it again on the same data, at another address.</summary>
    public async Task StartAgainAsync()
    {
        await EndAsync();
        app = await StartAsync(build());
        Http = new HttpClient { BaseAddress = new Uri(Address) };
    }

    /// <summary>Lets hours or days go by at once. To turn the clock instead fires each timer of the program for each of its ticks: minutes of work for two days.</summary>
    public void Skip(TimeSpan time) => Clock.AdjustTime(Clock.GetUtcNow() + time);

    /// <summary>The alerts at the desk, when the delivery that runs beside us has brought the first.</summary>
    public async Task<IReadOnlyList<RegisteredAlert>> AlertsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var alerts = await Cases.AlertsAsync(openOnly: true, patience.Token);
            if (!alerts.IsEmpty)
            {
                return alerts;
            }

            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>Stops it as a service manager does: what has begun is finished.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task EndAsync()
    {
        Http.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
