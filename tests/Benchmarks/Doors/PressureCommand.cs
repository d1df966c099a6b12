using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace TransformingLives.Benchmarks.Doors;

/// <summary><c>pressure</c>: three times as many messages as one node can answer, for a while. Server and clients share the machine, so the figures are pessimistic.</summary>
internal static class PressureCommand
{
    private const int Residents = 400;
    private const int InDanger = 40;
    private static readonly int Clients = 4 * Environment.ProcessorCount;
    private const int Offered = 3;
    private const int OneInDanger = 50;
    private const int CalmProbes = 10;
    private static readonly string[] Said = ["hot meals in Ely", "how do I get a blue badge", "what will I have to pay for care", "respite for my wife", "who do I ring about a rail by the steps", "is there a lunch club in March"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long the pressure lasts.", DefaultValueFactory = _ => 30 };
        var command = new Command("pressure", "Three times the capacity: how long admitted turns and danger take, what it holds in memory, when it is over it.") { seconds };
        command.SetAction((result, token) => RunAsync(result.GetValue(seconds), token));
        return command;
    }

    private static async Task<int> RunAsync(int seconds, CancellationToken cancellationToken)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors; load before: {File.ReadAllText("/proc/loadavg").Trim()}"));
        await using var program = await ServedProgram.StartAsync();
        var residents = await ManyAsync(Residents, program, cancellationToken);
        var inDanger = await ManyAsync(InDanger, program, cancellationToken);
        await OneByOneAsync(program, residents, 100, cancellationToken);
        var calm = await OneByOneAsync(program, residents, 300, cancellationToken);
        var capacity = await CapacityAsync(program, residents, TimeSpan.FromSeconds(Math.Max(5, seconds / 4)), cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"unloaded, one at a time: p50 {At(calm, 0.5):0.0}, p95 {At(calm, 0.95):0.0} ms; capacity, {Clients} at once: {capacity:0} turns a second"));

        var before = program.Memory();
        var pressed = await PressAsync(program, residents, inDanger, Offered * capacity, TimeSpan.FromSeconds(seconds), cancellationToken);
        var after = program.Memory();
        var over = await RecoveryAsync(program, residents, 2 * At(calm, 0.95), cancellationToken);
        Console.WriteLine(pressed.ToString());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p95 of admitted / unloaded p95: {At(pressed.Admitted, 0.95) / At(calm, 0.95):0.0} (goal 2); slowest answer to danger {pressed.Danger.Max():0} ms of {pressed.Danger.Count}, goal 1,000; danger turned away: {pressed.DangerTurnedAway}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory before {before / 1_000_000} MB, after {after / 1_000_000} MB; answers are as quick as before {over.TotalSeconds:0.0} s after the pressure ended, goal 10"));
        return At(pressed.Admitted, 0.95) <= 2 * At(calm, 0.95) && pressed.Danger.Max() <= 1_000 && over < TimeSpan.FromSeconds(10) ? 0 : 1;
    }

    private static async Task<DirectLineResident[]> ManyAsync(int count, ServedProgram program, CancellationToken cancellationToken)
    {
        var begun = new ConcurrentBag<DirectLineResident>();
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (_, token) => begun.Add(await DirectLineResident.BeginAsync(program, token)));
        return [.. begun];
    }

    private static async Task<List<double>> OneByOneAsync(ServedProgram program, DirectLineResident[] residents, int count, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var sent = 0; sent < count; sent++)
        {
            var (_, took) = await SayAsync(program, residents[sent % residents.Length], Said[sent % Said.Length], cancellationToken);
            times.Add(took);
        }

        return times;
    }

    /// <summary>Turns a second when there is always somebody who asks.</summary>
    private static async Task<double> CapacityAsync(ServedProgram program, DirectLineResident[] residents, TimeSpan time, CancellationToken cancellationToken)
    {
        var (answered, begun) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (var sent = client; Stopwatch.GetElapsedTime(begun) < time; sent += Clients)
            {
                var (status, _) = await SayAsync(program, residents[sent % residents.Length], Said[sent % Said.Length], cancellationToken);
                if (status == HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref answered);
                }
            }
        }));
        return answered / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Messages come when they come, whether the ones before are answered or not.</summary>
    private static async Task<Pressed> PressAsync(ServedProgram program, DirectLineResident[] residents, DirectLineResident[] inDanger, double rate, TimeSpan time, CancellationToken cancellationToken)
    {
        var pressed = new Pressed();
        var (under, begun, sent) = (new List<Task>(), Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(begun) is var gone && gone < time)
        {
            for (var due = (int)(gone.TotalSeconds * rate); sent < due; sent++)
            {
                under.Add(sent % OneInDanger == 0
                    ? pressed.DangerAsync(() => SayAsync(program, inDanger[sent / OneInDanger % inDanger.Length], "I can't breathe and my chest is crushing", cancellationToken))
                    : pressed.OrdinaryAsync(() => SayAsync(program, residents[sent % residents.Length], Said[sent % Said.Length], cancellationToken)));
            }

            await Task.Delay(5, cancellationToken);
        }

        pressed.Sent = sent;
        await Task.WhenAll(under);
        return pressed;
    }

    private static async Task<TimeSpan> RecoveryAsync(ServedProgram program, DirectLineResident[] residents, double calmMilliseconds, CancellationToken cancellationToken)
    {
        var (begun, since, calm) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0);
        for (var probe = 0; calm < CalmProbes && Stopwatch.GetElapsedTime(begun) < Longest; probe++)
        {
            var (status, took) = await SayAsync(program, residents[probe % residents.Length], Said[probe % Said.Length], cancellationToken);
            var isCalm = status == HttpStatusCode.OK && took <= calmMilliseconds;
            calm = isCalm ? calm + 1 : 0;
            since = isCalm ? since : Stopwatch.GetTimestamp();
        }

        return calm < CalmProbes ? Longest : Stopwatch.GetElapsedTime(begun, since);
    }

    private static async Task<(HttpStatusCode Status, double Milliseconds)> SayAsync(ServedProgram program, DirectLineResident resident, string words, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var status = await resident.TrySayAsync(program, words, cancellationToken);
        return (status, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    private static double At(IEnumerable<double> times, double share)
    {
        var ordered = times.Order().ToArray();
        return ordered.Length == 0 ? double.NaN : ordered[Math.Min(ordered.Length - 1, (int)(share * ordered.Length))];
    }

    /// <summary>What came of the pressure.</summary>
    private sealed class Pressed
    {
        private readonly ConcurrentBag<double> turnedAway = [];
        private int failed;
        private int dangerTurnedAway;

        public ConcurrentBag<double> Admitted { get; } = [];

        public ConcurrentBag<double> Danger { get; } = [];

        public int DangerTurnedAway => dangerTurnedAway;

        public int Sent { get; set; }

        public async Task OrdinaryAsync(Func<Task<(HttpStatusCode Status, double Milliseconds)>> say)
        {
            var (status, took) = await say();
            if (status == HttpStatusCode.OK)
            {
                Admitted.Add(took);
            }
            else if (status == HttpStatusCode.ServiceUnavailable)
            {
                turnedAway.Add(took);
            }
            else
            {
                Interlocked.Increment(ref failed);
            }
        }

        public async Task DangerAsync(Func<Task<(HttpStatusCode Status, double Milliseconds)>> say)
        {
            var (status, took) = await say();
            Danger.Add(took);
            if (status != HttpStatusCode.OK)
            {
                Interlocked.Increment(ref dangerTurnedAway);
            }
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sent:N0} messages: {Admitted.Count:N0} admitted, p50 {At(Admitted, 0.5):0}, p95 {At(Admitted, 0.95):0}, p99 {At(Admitted, 0.99):0} ms; {turnedAway.Count:N0} told that we are busy, p95 {At(turnedAway, 0.95):0} ms; {failed} failed; danger p50 {At(Danger, 0.5):0}, p95 {At(Danger, 0.95):0} ms");
    }
}
