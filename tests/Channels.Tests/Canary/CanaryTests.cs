using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TransformingLives.Benchmarks.Doors;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.Channels.Tests.Connector;
using TransformingLives.Channels.Tests.Notify;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Channels.Tests.Watching;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>Somebody goes through every channel and the desk, and things go wrong on the way. Then all that the program leaves is searched for them; and again when they were erased, and an older back-up was restored.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private static readonly Needles Needles = new(CanaryPerson.Words);
    private readonly DirectoryInfo outside = Directory.CreateTempSubdirectory("canary-");
    private readonly DateTime began = DateTime.UtcNow.AddSeconds(-1);
    private readonly ConcurrentQueue<string> publicLog = new();
    private readonly ConcurrentQueue<string> developersLog = new();
    private Collector collector = null!;
    private FakeBotService bots = null!;
    private FakeNotify notify = null!;
    private RefusingCaseSystem caseSystem = null!;
    private RunningCouncil council = null!;
    private EveryChannel channels = null!;

    private string Temporary => Directory.CreateDirectory(Path.Combine(outside.FullName, "temporary")).FullName;

    public async Task InitializeAsync()
    {
        (collector, bots, notify, caseSystem) = (await Collector.StartAsync(), await FakeBotService.StartAsync(), await FakeNotify.StartAsync(), await RefusingCaseSystem.StartAsync());
        council = await RunningCouncil.StartAsync(
            [.. Door.Settings, .. notify.Settings, .. bots.Settings, .. caseSystem.Settings, .. collector.Settings, ("Storage:MasterKey", TestKeys.Text), PublicLines.Setting, DeveloperLines.Setting]);
        council.Service<ILoggerFactory>().AddProvider(new PublicLines(publicLog));
        council.Service<ILoggerFactory>().AddProvider(new DeveloperLines(developersLog));
        channels = new EveryChannel(council, bots, notify);
    }

    public async Task DisposeAsync()
    {
        await council.DisposeAsync();
        await caseSystem.DisposeAsync();
        await notify.DisposeAsync();
        await bots.DisposeAsync();
        await collector.DisposeAsync();
        outside.Delete(recursive: true);
    }

    [Fact]
    public async Task Somebody_who_went_through_every_channel_is_in_nothing_that_the_program_leaves_and_after_an_erasure_in_no_backup()
    {
        var referral = await GoThroughAsync();
        AssertInNothingThatIsLeft();

        // They are there: whoever has the key gives out all of it, and the same search finds it.
        var everything = (await channels.ConversationsAsync()).SelectMany(id => new[] { "--conversation", id }).ToArray();
        var given = Path.Combine(outside.FullName, "given");
        Assert.Equal(0, (await RunAsync(["person", "export", "--reference", referral.Reference, "--born", CanaryPerson.Born, .. everything, "--to", given])).Exit);
        Assert.All(CanaryPerson.Told, word => Assert.Contains(Needles.InFiles(given), found => found.StartsWith(word, StringComparison.Ordinal)));
        Directory.Delete(given, recursive: true);

        // A back-up from before, the erasure, and one from after it.
        var (old, newest) = (Path.Combine(outside.FullName, "old.backup"), Path.Combine(outside.FullName, "newest.backup"));
        await DoAsync("backup", old);
        Assert.Empty(Needles.InFiles(outside.FullName));
        await EraseAsync(referral, everything);
        await DoAsync("backup", newest);
        Assert.Empty(Needles.InFiles(council.DataFolder));
        await AssertNobodyIsThereAsync(council.DataFolder, referral, everything);

        // On a new machine with the newest keys, as the guide says; and in the place where it was, with the keys of before beside it.
        var elsewhere = Path.Combine(outside.FullName, "elsewhere");
        await DoInAsync(elsewhere, "restore", old, "--keys", $"{newest}.keys");
        await AssertNobodyIsThereAsync(elsewhere, referral, everything);
        await DoAsync("restore", old);
        await AssertNobodyIsThereAsync(council.DataFolder, referral, everything);

        // As the guide says, the program is started again after a restore in its place.
        await council.StartAgainAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await AtTheDesk.LookAsync(council, $"/desk/conversations/{referral.ConversationId}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AtTheDesk.LookAsync(council, $"/desk/referrals/{referral.Reference}")).Status);
        Assert.Empty(Needles.In((await AtTheDesk.LookAsync(council, "/desk/referrals")).Page));
        AssertInNothingThatIsLeft();
    }

    private async Task<Referral> GoThroughAsync()
    {
        var referral = await channels.ToAReferralAsync();
        await channels.ByDirectLineAsync();
        await channels.ByConnectorAsync();
        await channels.WantsAPersonAsync();
        await AtTheDesk.WorkAsync(council, referral);
        await channels.ByNotifyAsync();
        await channels.AtTheWrongDoorsAsync();
        await channels.WhileTheDiskIsFullAsync();

        // They really came through: a case system was given them and repeated them, and so were others.
        Assert.NotNull(referral.Estimate);
        Assert.NotEmpty(Needles.In(caseSystem.Sent));
        Assert.Contains(await council.Cases.StuckWorkAsync(default), work => Needles.In(work.Reason).Length > 0);
        return referral;
    }

    private void AssertInNothingThatIsLeft()
    {
        Assert.True(council.Service<MeterProvider>().ForceFlush() && council.Service<TracerProvider>().ForceFlush() && council.Service<LoggerProvider>().ForceFlush());
        foreach (var signal in new[] { "metrics", "traces", "logs" })
        {
            Assert.NotEmpty(collector.Of(signal));
            Assert.Empty(Needles.In(collector.Of(signal)));
        }

        AssertSaysNothing(publicLog, "Information");
        AssertSaysNothing(developersLog, "Trace");
        Assert.Empty(Needles.InFiles(council.DataFolder));
        Assert.Empty(Needles.InFiles(TestCouncil.SharedIndex));
        Assert.Empty(Needles.InFiles(Path.GetTempPath(), began));
        Assert.Empty(Needles.InFiles(Environment.CurrentDirectory, began));
    }

    private static void AssertSaysNothing(ConcurrentQueue<string> lines, string level)
    {
        Assert.Contains(lines, line => line.StartsWith(level, StringComparison.Ordinal));
        Assert.Empty(string.Join('\n', lines.Where(line => Needles.In(line).Length > 0)));
    }

    private async Task AssertNobodyIsThereAsync(string data, Referral referral, string[] everything)
    {
        Assert.Empty(Needles.InFiles(data));
        var (exit, printed) = await RunInAsync(data, "person", "export", "--reference", referral.Reference, "--born", CanaryPerson.Born, "--to", Path.Combine(outside.FullName, "none"));
        Assert.True(exit == 1 && printed.Contains("Nothing is held under that", StringComparison.Ordinal), printed);
        Assert.Equal(1, (await RunInAsync(data, ["person", "export", .. everything, "--to", Path.Combine(outside.FullName, "none")])).Exit);
        var (whole, found) = await RunInAsync(data, "check", "--quick");
        Assert.True(whole == 0 && found.Contains("The data is whole.", StringComparison.Ordinal), found);
    }

    // Whoever erases reads on the screen, and nowhere else, what another chat service calls the conversation: it has to be asked there.
    private async Task EraseAsync(Referral referral, string[] everything)
    {
        var (exit, printed) = await RunAsync(["person", "erase", "--reference", referral.Reference, "--born", CanaryPerson.Born, .. everything, "--yes"]);
        Assert.True(exit == 0, printed);
        Assert.Empty(Needles.In(printed.Replace("what msteams has of its conversation 19:quollworthy@thread: it is another system, and has to be asked there", "", StringComparison.Ordinal)));
    }

    private Task DoAsync(params string[] arguments) => DoInAsync(council.DataFolder, arguments);

    private async Task DoInAsync(string data, params string[] arguments)
    {
        var (exit, printed) = await RunInAsync(data, arguments);
        Assert.True(exit == 0, printed);
        Assert.Empty(Needles.In(printed));
    }

    private Task<(int Exit, string Printed)> RunAsync(params string[] arguments) => RunInAsync(council.DataFolder, arguments);

    private Task<(int Exit, string Printed)> RunInAsync(string data, params string[] arguments) => Verb.RunAsync(Temporary, [.. arguments, "--data", data, "--content", KeepsNothing()]);

    /// <summary>The content that ships, of a council that keeps nothing of whoever is erased; what ships keeps referrals and alerts, as the law says.</summary>
    private string KeepsNothing()
    {
        var content = Path.Combine(outside.FullName, "content");
        if (!Directory.Exists(content))
        {
            foreach (var file in Directory.EnumerateFiles(TestCouncil.Content, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(content, Path.GetRelativePath(TestCouncil.Content, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var settings = Path.Combine(content, "council.yaml");
            File.WriteAllLines(settings, File.ReadAllLines(settings).Where(line => !line.Contains("kept_when_erased:", StringComparison.Ordinal)));
        }

        return content;
    }
}
