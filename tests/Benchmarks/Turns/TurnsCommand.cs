using System.CommandLine;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.Testing.AtRest;
using TransformingLives.Testing.Postgres;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>Durable turns a second, beside the disk's own flushed commits and two of Microsoft's frameworks, in one run on one machine.</summary>
internal static class TurnsCommand
{
    private static readonly int[] AtOnce = [1, 16, 64];

    public static Command Create()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long each is measured, after five to warm up.", DefaultValueFactory = _ => 8 };
        var ours = new Option<bool>("--ours") { Description = "Only ours on SQLite, with one conversation and with 64: for a profiler." };
        var command = new Command("turns", "Durable turns a second: ours on both engines, beside the disk, botbuilder and agents-hosting.") { seconds, ours };
        command.SetAction(async (result, token) =>
        {
            await (result.GetValue(ours) ? OursAloneAsync(result.GetValue(seconds), token) : RunAsync(result.GetValue(seconds), token));
            return 0;
        });
        return command;
    }

    private static async Task RunAsync(int seconds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("turns-").FullName;
        await using var server = await PostgresServer.StartAsync(flushes: true);
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors; load before: {Load()}"));
            await CommitsAsync("SQLite", StorageConnections.File(Path.Combine(folder, "commits.db")).With(TestKeys.Masters), [1], seconds, cancellationToken);
            await CommitsAsync("PostgreSQL", StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters), [1, 64], seconds, cancellationToken);
            foreach (var conversations in AtOnce)
            {
                await OursAsync("ours, SQLite", StorageConnections.File(Path.Combine(folder, $"ours-{conversations}.db")).With(TestKeys.Masters), 1, conversations, seconds, cancellationToken);
                await OursAsync("ours, PostgreSQL", StorageConnections.Postgres(await server.NewDatabaseAsync()).With(TestKeys.Masters), 1, conversations, seconds, cancellationToken);
                Print("botbuilder 4.23, flushed files", conversations, await OtherFramework.RunAsync("botbuilder.mjs", conversations, seconds, folder, cancellationToken));
                Print("agents-hosting 1.8, in memory", conversations, await OtherFramework.RunAsync("agents.mjs", conversations, seconds, folder, cancellationToken));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"load after: {Load()}"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OursAloneAsync(int seconds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("turns-").FullName;
        try
        {
            foreach (var conversations in new[] { 1, 64 })
            {
                await OursAsync("ours, SQLite", StorageConnections.File(Path.Combine(folder, $"ours-{conversations}.db")).With(TestKeys.Masters), 1, conversations, seconds, cancellationToken);
            }
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OursAsync(string name, StorageConnections connections, int nodes, int conversations, int seconds, CancellationToken cancellationToken)
    {
        await using var council = await BenchmarkCouncil.OpenAsync(connections, nodes, cancellationToken);
        Print(name, conversations, await TurnLoad.RunAsync(council, conversations, TimeSpan.FromSeconds(seconds), cancellationToken));
    }

    private static async Task CommitsAsync(string engine, StorageConnections connections, int[] writers, int seconds, CancellationToken cancellationToken)
    {
        foreach (var count in writers)
        {
            var commits = await FlushedCommits.RunAsync(connections, count, TimeSpan.FromSeconds(seconds), cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"flushed commits, " + engine,-32} {count,3}  {commits,8:N0} a second"));
        }
    }

    private static void Print(string name, int conversations, TurnFigures figures) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-32} {conversations,3}  {figures.PerSecond,8:N0} a second   p50 {figures.P50,7:0.0}  p95 {figures.P95,7:0.0}  p99 {figures.P99,7:0.0} ms   {figures.Processor,6:N0} µs of processor time a turn{(figures.Allocated > 0 ? $", {figures.Allocated:N0} KB" : "")}"));

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";
}
