using System.Diagnostics;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>So many residents at once, who answer what they are asked, twenty messages each, and begin anew.</summary>
internal static class TurnLoad
{
    private const int LongestConversation = 20;
    // Until what runs often has been compiled a second time.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<TurnFigures> RunAsync(BenchmarkCouncil council, int conversations, TimeSpan howLong, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        var talking = Enumerable.Range(0, conversations).Select(number => Task.Run(() => TalkAsync(council.Runner(number), begun, WarmUp + howLong, cancellationToken), cancellationToken)).ToList();
        await Task.Delay(WarmUp, cancellationToken);
        var (from, processor, allocated) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var times = (await Task.WhenAll(talking)).SelectMany(each => each).Order().ToArray();
        var (elapsed, used) = (Stopwatch.GetElapsedTime(from), Process.GetCurrentProcess().TotalProcessorTime - processor);
        double At(double share) => times[Math.Min(times.Length - 1, (int)(share * times.Length))];
        return new TurnFigures(times.Length, times.Length / elapsed.TotalSeconds, At(0.5), At(0.95), At(0.99), used.TotalMicroseconds / times.Length, (GC.GetTotalAllocatedBytes() - allocated) / 1024.0 / times.Length);
    }

    private static async Task<List<double>> TalkAsync(TurnRunner runner, long begun, TimeSpan until, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        while (Stopwatch.GetElapsedTime(begun) < until)
        {
            var conversation = await runner.StartAsync("web", cancellationToken);
            var says = "I need some help with washing";
            for (var turn = 0; turn < LongestConversation && Stopwatch.GetElapsedTime(begun) < until; turn++)
            {
                var asked = Stopwatch.GetTimestamp();
                var answer = await runner.RunAsync(new IncomingMessage(conversation.Id, $"{turn}", "web", says, DateTimeOffset.UtcNow), cancellationToken);
                if (Stopwatch.GetElapsedTime(begun) > WarmUp)
                {
                    times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                }

                says = Choose(answer!);
            }
        }

        return times;
    }

    // The first that is offered, as people press buttons; in words where nothing is.
    private static string Choose(TurnResult answer) => answer.Replies.LastOrDefault(reply => !reply.Actions.IsEmpty)?.Actions[0].Value ?? "skip";
}
