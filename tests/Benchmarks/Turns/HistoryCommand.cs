using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Benchmarks.Turns;

/// <summary><c>history</c>: turns on a database with a million conversations beside turns on an empty one, in turn about.</summary>
internal static class HistoryCommand
{
    private const int Rounds = 3;
    private const int AtOnce = 16;

    // A resident's short visit.
    private static readonly string[] Visit = ["I need some help with washing", "hot meals in Ely", "thank you"];

    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Conversations in the full database.", DefaultValueFactory = _ => 1_000_000 };
        var seconds = new Option<int>("--seconds") { Description = "How long each is measured, three times.", DefaultValueFactory = _ => 5 };
        var only = new Option<StorageProvider?>("--only") { Description = "One engine." };
        var command = new Command("history", "Turns on a database with a million conversations, beside an empty one.") { count, seconds, only };
        command.SetAction(async (result, token) =>
        {
            foreach (var engine in result.GetValue(only) is { } one ? [one] : Enum.GetValues<StorageProvider>())
            {
                await RunAsync(engine, result.GetValue(count), TimeSpan.FromSeconds(result.GetValue(seconds)), token);
            }

            return 0;
        });
        return command;
    }

    private static async Task RunAsync(StorageProvider engine, int count, TimeSpan howLong, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("history-").FullName;
        await using var server = engine == StorageProvider.PostgreSQL ? await PostgresServer.StartAsync(flushes: true) : null;
        try
        {
            async Task<StorageConnections> NewAsync(string name) => server is null ? StorageConnections.File(Path.Combine(folder, name)).With(TestKeys.Masters) : StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters);
            var (emptyAt, fullAt) = (await NewAsync("empty.db"), await NewAsync("full.db"));
            await using var empty = await BenchmarkCouncil.OpenAsync(emptyAt, 1, cancellationToken);
            await using var full = await BenchmarkCouncil.OpenAsync(fullAt, 1, cancellationToken);
            await History.FillAsync(fullAt, await TalkAsync(full.Runner(0), cancellationToken), count, cancellationToken);

            var (few, many) = (0.0, 0.0);
            for (var round = 1; round <= Rounds; round++)
            {
                var (one, other) = (await TurnLoad.RunAsync(empty, AtOnce, howLong, cancellationToken), await TurnLoad.RunAsync(full, AtOnce, howLong, cancellationToken));
                (few, many) = (few + one.PerSecond, many + other.PerSecond);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}, round {round}: empty {one.PerSecond:N0} a second, p99 {one.P99:0.0} ms; {count:N0} conversations {other.PerSecond:N0} a second, p99 {other.P99:0.0} ms"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {many / few:0.00} of the speed of an empty one"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> TalkAsync(TurnRunner runner, CancellationToken cancellationToken)
    {
        var conversation = await runner.StartAsync("web", cancellationToken);
        foreach (var (says, number) in Visit.Select((says, number) => (says, number)))
        {
            await runner.RunAsync(new IncomingMessage(conversation.Id, $"{number}", "web", says, DateTimeOffset.UtcNow), cancellationToken);
        }

        return conversation.Id;
    }
}
