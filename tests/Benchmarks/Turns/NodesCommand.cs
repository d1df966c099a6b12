using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Benchmarks.Turns;

/// <summary><c>nodes</c>: one node on one processor, and two nodes on one each, on one PostgreSQL that may use both.</summary>
internal static class NodesCommand
{
    private const int Conversations = 64;

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each is measured.", DefaultValueFactory = _ => 8 };
        var command = new Command("nodes", "One node and two, a processor each, on one PostgreSQL.") { seconds };
        command.SetAction(async (result, token) =>
        {
            await RunAsync(result.GetValue(seconds), token);
            return 0;
        });
        return command;
    }

    /// <summary><c>node</c>: one of them, in a process of its own; prints what it saw as JSON.</summary>
    public static Command CreateNode()
    {
        var (connection, conversations, seconds) = (new Option<string>("--connection") { Required = true }, new Option<int>("--conversations"), new Option<int>("--seconds"));
        var command = new Command("node", "One node of the command 'nodes'.") { connection, conversations, seconds };
        command.Hidden = true;
        command.SetAction(async (result, token) =>
        {
            await using var council = await BenchmarkCouncil.OpenAsync(StorageConnections.Postgres(result.GetValue(connection)!).With(TestKeys.Masters), 1, token);
            Console.WriteLine(JsonSerializer.Serialize(await TurnLoad.RunAsync(council, result.GetValue(conversations), TimeSpan.FromSeconds(result.GetValue(seconds)), token)));
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(int seconds, CancellationToken cancellationToken)
    {
        await using var server = await PostgresServer.StartAsync(flushes: true);
        foreach (var nodes in new[] { 1, 2, 1, 2 })
        {
            var database = await server.NewDatabaseAsync();
            await (await BenchmarkCouncil.OpenAsync(StorageConnections.Postgres(database).With(TestKeys.Masters), 1, cancellationToken)).DisposeAsync();
            var figures = await Task.WhenAll(Enumerable.Range(0, nodes).Select(number => NodeAsync(number, database, Conversations / nodes, seconds, cancellationToken)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nodes} nodes: {figures.Sum(one => one.PerSecond),8:N0} a second   p99 {figures.Max(one => one.P99):0.0} ms   {figures.Average(one => one.Processor):N0} µs of processor time a turn, the database's own apart"));
        }
    }

    // A machine with many processors would hide what one node is held up by; each has one.
    private static async Task<TurnFigures> NodeAsync(int number, string connection, int conversations, int seconds, CancellationToken cancellationToken)
    {
        string[] arguments = ["-c", number.ToString(CultureInfo.InvariantCulture), "dotnet", typeof(NodesCommand).Assembly.Location, "node", "--connection", connection, "--conversations", conversations.ToString(CultureInfo.InvariantCulture), "--seconds", seconds.ToString(CultureInfo.InvariantCulture)];
        using var process = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return JsonSerializer.Deserialize<TurnFigures>(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!;
    }
}
