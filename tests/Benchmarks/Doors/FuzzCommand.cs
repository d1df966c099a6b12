using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace TransformingLives.Benchmarks.Doors;

/// <summary><c>fuzz</c>: so many broken bodies to each address that takes any. An answer of 500 or more is a fault, and its body is printed.</summary>
internal static class FuzzCommand
{
    public static Command Create()
    {
        var count = new Option<int>("--count") { Description = "Bodies to each address.", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "Another seed, other bodies.", DefaultValueFactory = _ => 1 };
        var only = new Option<string?>("--only") { Description = "One address by its name." };
        var command = new Command("fuzz", "Broken bodies to every address that takes any.") { count, seed, only };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(only), token));
        return command;
    }

    private static async Task<int> RunAsync(int count, int seed, string? only, CancellationToken cancellationToken)
    {
        await using var program = await ServedProgram.StartAsync();
        var faults = 0;
        foreach (var door in Door.All(() => Visitor.Nobody).Select(door => door.Name).Where(name => only is null || name == only))
        {
            var begun = Stopwatch.GetTimestamp();
            var statuses = await new Fuzzing(program.Http).RunAsync(door, count, seed, fault => { faults++; Console.WriteLine(fault); }, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{door,-14} {count:N0} in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s: {string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key} × {one.Value}"))}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{faults} faults; the program holds {program.Memory() / 1_000_000} MB"));
        return faults == 0 ? 0 : 1;
    }
}
