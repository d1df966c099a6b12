using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Tests.Referrals;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseSystems.Tests;

/// <summary>The case bridge as it is set up by configuration, on a database of its own.</summary>
internal sealed class ConnectedCouncil : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("connected").FullName;
    private readonly ServiceProvider services;

    private ConnectedCouncil(DateTimeOffset now, Dictionary<string, string?> settings)
    {
        Clock = new FakeTimeProvider(now);
        services = new ServiceCollection().AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddCaseBridge(StorageConnections.File(Path.Combine(folder, "cases.db")).With(TestKeys.Masters), new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; }

    public CouncilCases Cases => services.GetRequiredService<CouncilCases>();

    public static Task<ConnectedCouncil> OpenAsync(params (string Key, string Value)[] settings) => OpenAsync(SampleReferral.Now, settings);

    /// <summary>The same at another time: other people's programs go by their own clock.</summary>
    public static async Task<ConnectedCouncil> OpenAsync(DateTimeOffset now, params (string Key, string Value)[] settings)
    {
        var council = new ConnectedCouncil(now, settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        await council.Cases.UpgradeAsync(CancellationToken.None);
        return council;
    }

    /// <summary>The settings as they were read, checked.</summary>
    public T Options<T>()
        where T : class => services.GetRequiredService<IOptions<T>>().Value;

    /// <summary>Agrees a referral and carries out what is due.</summary>
    public async Task SendAsync(Referral referral)
    {
        await Cases.AddAsync(new CaseWork.SubmitReferral(referral));
        await Cases.DeliverDueAsync(CancellationToken.None);
    }

    /// <summary>Lets time pass until nothing is left that may be tried again.</summary>
    public async Task PatientlyAsync()
    {
        for (var round = 0; round < 40 && (await Cases.StuckWorkAsync(CancellationToken.None)).Any(work => !work.IsDead); round++)
        {
            Clock.Advance(TimeSpan.FromMinutes(30));
            await Cases.DeliverDueAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
