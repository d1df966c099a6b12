using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace TransformingLives.Benchmarks.Turns;

/// <summary>Runs another framework in Node (tests/Benchmarks/node) and reads what it saw.</summary>
internal static class OtherFramework
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<TurnFigures> RunAsync(string script, int conversations, int seconds, string folder, CancellationToken cancellationToken)
    {
        var scripts = Path.Combine(Shipped.Content, "..", "tests", "Benchmarks", "node");
        if (!Directory.Exists(Path.Combine(scripts, "node_modules")))
        {
            await OutputAsync("npm", ["ci", "--no-audit", "--no-fund"], scripts, folder, cancellationToken);
        }

        var line = await OutputAsync("node", [script, conversations.ToString(CultureInfo.InvariantCulture), (seconds + 1).ToString(CultureInfo.InvariantCulture)], scripts, folder, cancellationToken);
        return JsonSerializer.Deserialize<TurnFigures>(line, Json) ?? throw new InvalidOperationException($"{script} printed nothing.");
    }

    private static async Task<string> OutputAsync(string program, string[] arguments, string directory, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        start.Environment["TURNS_FOLDER"] = folder;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
