using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Benchmarks.Turns;

/// <summary><c>idle-conversations</c>: what the program holds in memory for each conversation that has fallen silent.</summary>
internal static class IdleConversationsCommand
{
    private const int AtOnce = 64;
    private static readonly string[] Visit = ["I need some help with washing", "yes"];

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Conversations.", DefaultValueFactory = _ => 50_000 };
        var command = new Command("idle-conversations", "Memory for each conversation that has fallen silent.") { count };
        command.SetAction(async (result, token) =>
        {
            await RunAsync(result.GetValue(count), token);
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(int count, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("idle-").FullName;
        try
        {
            await using var council = await BenchmarkCouncil.OpenAsync(StorageConnections.File(Path.Combine(folder, "idle.db")).With(TestKeys.Masters), 1, cancellationToken);
            await TalkAsync(council.Runner(0), AtOnce, cancellationToken);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            foreach (var some in Enumerable.Range(0, count).Chunk(AtOnce))
            {
                await TalkAsync(council.Runner(0), some.Length, cancellationToken);
            }

            var after = GC.GetTotalMemory(forceFullCollection: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} conversations of two messages, just fallen silent: {(after - before) / (double)count:N0} bytes each, {(after - before) / 1_000_000:N0} MB in all"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task TalkAsync(TurnRunner runner, int count, CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
    {
        var conversation = await runner.StartAsync("web", cancellationToken);
        foreach (var (says, number) in Visit.Select((says, number) => (says, number)))
        {
            await runner.RunAsync(new IncomingMessage(conversation.Id, $"{number}", "web", says, DateTimeOffset.UtcNow), cancellationToken);
        }
    }));
}
