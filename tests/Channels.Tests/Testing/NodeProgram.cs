using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TransformingLives.Channels.Tests.Testing;

/// <summary>A program of <c>tests/node</c>: commands in, events out, each a line of JSON.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process process;
    private readonly List<JsonObject> seen = [];

    private NodeProgram(Process process) => this.process = process;

    /// <summary>Every event so far.</summary>
    public IReadOnlyList<JsonObject> Seen => seen;

    public static async Task<NodeProgram> StartAsync(string script, params string[] arguments)
    {
        var clients = Path.Combine(Repository(), "tests", "node");
        if (!Directory.Exists(Path.Combine(clients, "node_modules")))
        {
            throw new InvalidOperationException("Other people's clients are not installed: run 'npm ci' in tests/node, or tests/run, which does.");
        }

        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(clients, script), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var program = new NodeProgram(process);
        await program.WaitForAsync("ready");
        return program;
    }

    /// <summary>Gives a command.</summary>
    public async Task DoAsync(string command, params (string Name, JsonNode? Value)[] with)
    {
        var line = new JsonObject { ["do"] = command };
        foreach (var (name, value) in with)
        {
            line[name] = value;
        }

        await process.StandardInput.WriteLineAsync(line.ToJsonString());
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Reads events until one is as wanted; fails when none comes in time.</summary>
    public async Task<JsonObject> WaitForAsync(string kind, Func<JsonObject, bool>? isWanted = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                var happened = JsonNode.Parse(line)!.AsObject();
                seen.Add(happened);
                if ((string?)happened["event"] == kind && (isWanted is null || isWanted(happened)))
                {
                    return happened;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No '{kind}' came. What did come: {string.Join('\n', seen.Select(one => one.ToJsonString()))}");
        }

        throw new InvalidOperationException($"The program ended before '{kind}'. What came: {string.Join('\n', seen.Select(one => one.ToJsonString()))}");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>A folder below <c>tests/node</c>.</summary>
    public static string Folder(params string[] below) => Path.Combine([Repository(), "tests", "node", .. below]);

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TransformingLives.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
