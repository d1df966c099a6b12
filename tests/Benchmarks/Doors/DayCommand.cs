using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;

namespace TransformingLives.Benchmarks.Doors;

/// <summary><c>day</c>: eight hours' worth of residents in fast motion, and what the program holds at each tenth of it. Memory and handles have to be flat; what is kept grows by so much a message.</summary>
internal static class DayCommand
{
    private const int Tenths = 10;
    private const int Settled = 3;
    private const double MostGrowth = 1.15;
    private const int SpareHandles = 50;

    private static readonly string[] Says =
    [
        "my mum is 84 and can't manage the bath any more", "CB7", "she lives alone", "how much does a home carer cost", "skip", "her neighbour pops in on Tuesdays", "no", "yes",
        "is there a lunch club in Ely", "what happens next", "I help with her shopping and the bins", "why do you ask", "she wants to stay in her own home", "go back", "thank you",
    ];

    public static Command Create()
    {
        // One every seven seconds, for eight hours: far more than a contact centre takes.
        var conversations = new Option<int>("--conversations") { Description = "How many come in the eight hours.", DefaultValueFactory = _ => 4_000 };
        var together = new Option<int>("--together") { Description = "How many talk at the same time.", DefaultValueFactory = _ => 12 };
        var command = new Command("day", "Eight hours' worth of residents in fast motion: memory, handles, what is kept and logged.") { conversations, together };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(conversations), parsed.GetValue(together), token));
        return command;
    }

    private static async Task<int> RunAsync(int conversations, int together, CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync();
        var (begun, messages) = (Stopwatch.GetTimestamp(), 0);
        var seen = new List<(double Memory, int Handles)>();
        for (var tenth = 0; tenth < Tenths; tenth++)
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, conversations / Tenths), new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellationToken }, async (number, token) =>
                Interlocked.Add(ref messages, await TalkAsync(program, number, token)));
            seen.Add((program.Memory() / 1e6, program.Handles()));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tenth + 1,2}/{Tenths} after {Stopwatch.GetElapsedTime(begun).TotalSeconds,5:0} s: {messages,7:N0} messages, memory {seen[^1].Memory,4:0} MB, {seen[^1].Handles,4} handles, {program.Threads(),3} threads, kept {program.Kept() / 1e6,6:0.0} MB ({program.Kept() / 1024.0 / messages:0.0} KB a message), log {program.Logged / 1024.0:0.0} KB"));
        }

        var (first, last) = (seen.Skip(Settled).Take(Settled), seen.TakeLast(Settled));
        return last.Average(at => at.Memory) <= first.Average(at => at.Memory) * MostGrowth && last.Max(at => at.Handles) <= first.Max(at => at.Handles) + SpareHandles ? 0 : 1;
    }

    private static async Task<int> TalkAsync(ServedProgram program, int number, CancellationToken cancellationToken)
    {
        var resident = await DirectLineResident.BeginAsync(program, cancellationToken);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(resident.Stream, cancellationToken);
        await DirectLineResident.ReadAsync(socket, cancellationToken);
        var count = 6 + (number % 10);
        for (var sent = 0; sent < count; sent++)
        {
            var answer = DirectLineResident.ReadUntilAsync(socket, "\"role\":\"bot\"", cancellationToken);
            await resident.SayAsync(program, Says[(number + sent) % Says.Length], cancellationToken);
            await answer;
        }

        return count;
    }
}
