using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseSystems.Tests.Fhir;
using TransformingLives.Testing.Fhir;
using Xunit.Abstractions;

namespace TransformingLives.CaseSystems.Tests.Killing;

/// <summary>
/// Conversations with referrals at load, nodes ended at random moments, and a case system that fails, drops answers and is away for a while: what was acknowledged is
/// in the log once and in order, and every agreed referral is in the case system once. How often is set by KILLS (default 12), and cut short by KILL_MINUTES where that is set. Nothing is waited for without an end: what
/// does not come in time fails the test, with what was seen last.
/// </summary>
public abstract class KillCompliance(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Residents = 8;

    /// <summary>Longer than any node takes to start on a busy machine, with turns to follow.</summary>
    private static readonly TimeSpan LongestStandstill = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(5);
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "12", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(int.Parse(Environment.GetEnvironmentVariable("KILL_MINUTES") ?? "600", CultureInfo.InvariantCulture));
    private readonly int away = Kills >= 50 ? 60 : 5;
    private int killed;
    private readonly Random random = new(20261125);
    private readonly List<BotNode> nodes = [];
    private readonly List<string> folders = [];
    private readonly List<PatientResident> talked = [];
    private readonly ConcurrentDictionary<int, PatientResident> underWay = new();
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private MedplumServer? medplum;
    private int acknowledged;

    protected abstract int Nodes { get; }

    /// <summary>How often a node is ended.</summary>
    protected virtual int Ends => Kills;

    /// <summary>Ends a node.</summary>
    private protected virtual Task EndAsync(BotNode node) => node.KillAsync();

    public async Task InitializeAsync()
    {
        medplum = await MedplumServer.StartAsync();
        var settings = new Dictionary<string, string>(await StorageAsync())
        {
            ["Fhir__BaseAddress"] = medplum.BaseAddress.ToString(),
            ["Fhir__Timeout"] = "00:00:04",
            ["Delivery__Timeout"] = "00:00:05",
        };
        // Together well over the minute that it is away.
        for (var i = 0; i < 24; i++)
        {
            settings[$"Delivery__Waits__{i}"] = i < 4 ? "00:00:01" : "00:00:05";
        }

        for (var i = 0; i < Nodes; i++)
        {
            folders.Add(Directory.CreateTempSubdirectory("killed-").FullName);
            nodes.Add(await BotNode.StartAsync(folders[i], settings));
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        await (medplum?.DisposeAsync() ?? ValueTask.CompletedTask);
        folders.ForEach(folder => Directory.Delete(folder, recursive: true));
    }

    /// <summary>Settings of the database.</summary>
    protected abstract Task<Dictionary<string, string>> StorageAsync();

    /// <summary>The database, to see what still waits in it.</summary>
    protected abstract StorageConnections Database(string firstFolder);

    [Fact]
    public async Task Ended_at_random_moments_nothing_is_lost_and_nothing_happens_twice()
    {
        await medplum!.FaultsAsync(fail: 0.2, cut: 0.1);
        using var closing = new CancellationTokenSource();
        var residents = Enumerable.Range(0, Residents).Select(number => Task.Run(() => TalkAsync(number, closing.Token))).ToArray();
        await KillAsync(residents);
        await closing.CancelAsync();
        await FarewellAsync(residents);
        await medplum.FaultsAsync();
        await SettleAsync();

        await AssertLogsAsync();
        var (referrals, state) = await AssertReferralsAsync();
        output.WriteLine($"{killed} ends, {talked.Sum(resident => resident.Acknowledged.Count)} turns in {talked.Count} conversations, {referrals} referrals agreed: none lost, none doubled. The case system failed {state.Failed} requests and dropped {state.Cut} answers of {state.Requests}; it was away for {away} seconds in the middle, and {state.Away} requests met nobody.");
    }

    /// <summary>The node to end next.</summary>
    private protected virtual BotNode Next(IReadOnlyList<BotNode> among) => among[random.Next(among.Count)];

    private async Task KillAsync(Task[] residents)
    {
        var (isAwayDue, since) = (true, Stopwatch.StartNew());
        for (; killed < Ends && since.Elapsed < Longest; killed++)
        {
            // So many turns later, however fast the machine is, and somewhere in the middle of the next ones.
            await TurnsAsync(random.Next(4, 40), residents);
            await Task.Delay(random.Next(0, 60));
            if (isAwayDue && (killed >= Ends / 2 || since.Elapsed > Longest / 2))
            {
                isAwayDue = false;
                await medplum!.FaultsAsync(fail: 0.2, cut: 0.1, away: away);
            }

            var node = Next(nodes);
            await EndAsync(node);
            await node.StartAsync();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GetType().Name}: {killed + 1} of {Ends} ends, {Volatile.Read(ref acknowledged)} turns, {since.Elapsed}."));
        }
    }

    /// <summary>Waits for so many turns more. Whoever talks must not end by a fault, and must not stand still.</summary>
    private async Task TurnsAsync(int count, Task[] residents)
    {
        var due = Volatile.Read(ref acknowledged) + count;
        var (seen, since) = (-1, Stopwatch.StartNew());
        while (Volatile.Read(ref acknowledged) is var now && now < due)
        {
            if (Array.Find(residents, resident => resident.IsFaulted) is { } fault)
            {
                Assert.Fail($"After {killed} of {Ends} ends and {now} turns: {fault.Exception!.InnerException!.Message} {await StandstillAsync()}");
            }

            if (now > seen)
            {
                (seen, since) = (now, Stopwatch.StartNew());
            }

            Assert.True(since.Elapsed < LongestStandstill, $"After {killed} of {Ends} ends and {now} turns nothing was acknowledged for {LongestStandstill}. {await StandstillAsync()}");
            await Task.Delay(20);
        }
    }

    private async Task FarewellAsync(Task[] residents)
    {
        try
        {
            await Task.WhenAll(residents).WaitAsync(LongestFarewell);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"After {killed} kills, {residents.Count(resident => !resident.IsCompleted)} of {Residents} conversations didn't come to their end in {LongestFarewell}. {await StandstillAsync()}");
        }
    }

    private async Task<string> StandstillAsync()
    {
        var waiting = await Database(folders[0]).QueryAsync("SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL", row => row.GetInt64(0), default);
        return $"Work in the outbox: {waiting[0]}. What residents met last: {string.Join(" ", underWay.Values.Select(resident => resident.Trouble))}";
    }

    private async Task TalkAsync(int number, CancellationToken closing)
    {
        for (var round = 0; !closing.IsCancellationRequested; round++)
        {
            var resident = new PatientResident(Http, () => nodes[Random.Shared.Next(nodes.Count)].Address, $"note{number}x{round}");
            underWay[number] = resident;
            await resident.TalkAsync(() => Interlocked.Increment(ref acknowledged));
            lock (talked)
            {
                talked.Add(resident);
            }
        }
    }

    /// <summary>Waits until no work is left that is due.</summary>
    private async Task SettleAsync()
    {
        var database = Database(folders[0]);
        ImmutableArray<string> waiting = [];
        for (var second = 0; second < 120; second++)
        {
            waiting = await database.QueryAsync(
                "SELECT work_key, attempts, last_error, dead_at IS NOT NULL FROM outbox WHERE delivered_at IS NULL AND kind IN ('referral', 'alert')",
                row => $"{row.GetString(0)} after {row.GetInt32(1)} attempts{(row.GetBoolean(3) ? ", given up" : "")}: {(row.IsDBNull(2) ? "no error" : row.GetString(2))}",
                default);
            if (waiting.IsEmpty)
            {
                return;
            }

            await Task.Delay(1_000);
        }

        Assert.Fail($"Work was still in the outbox after two minutes of peace: {string.Join(" ", waiting)}");
    }

    private async Task AssertLogsAsync()
    {
        foreach (var resident in talked)
        {
            Assert.Equal(resident.Acknowledged, await resident.LoggedAsync());
        }
    }

    private async Task<(int Count, MedplumState State)> AssertReferralsAsync()
    {
        var state = await medplum!.StateAsync();
        Assert.Empty(state.Problems);
        var agreed = talked.SelectMany(resident => resident.References).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(agreed);
        Assert.Equal(agreed, state.Identifiers("ServiceRequest", "/reference").Order(StringComparer.Ordinal));
        foreach (var type in new[] { "Task", "Consent", "Communication", "DocumentReference" })
        {
            Assert.Equal(agreed.Count, state.Of(type).Count);
        }

        var documents = state.Of("DocumentReference").Select(Document).ToList();
        Assert.All(talked.Where(resident => resident.References.Length > 0), resident => Assert.Contains(documents, document => document.Contains($"note is {resident.Mark}<", StringComparison.Ordinal)));
        return (agreed.Count, state);
    }

    private static string Document(JsonElement reference) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(reference.GetProperty("content")[0].GetProperty("attachment").Text("data")));
}
