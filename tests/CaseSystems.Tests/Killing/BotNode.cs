using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.CaseSystems.Tests.Killing;

/// <summary>One node of the real program, in a process of its own, that can be ended without a word.</summary>
internal sealed class BotNode : IAsyncDisposable
{
    public const string Secret = "a-secret-for-the-tests-only";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(2);
    private readonly string data;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    private BotNode(string data, IReadOnlyDictionary<string, string> settings)
    {
        this.data = data;
        this.settings = settings;
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    public Uri Address { get; }

    /// <summary>All that it wrote to its log since it listens, as far as it has come.</summary>
    public string Log => string.Join('\n', log);

    public static async Task<BotNode> StartAsync(string data, IReadOnlyDictionary<string, string> settings)
    {
        // The index depends on the content alone, so all tests share it.
        var index = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "transforming-lives-test-index"));
        Directory.CreateSymbolicLink(Path.Combine(data, "index"), index.FullName);
        var node = new BotNode(data, settings);
        await node.StartAsync();
        return node;
    }

    /// <summary>SIGKILL: the process has no time to put anything away.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM, as systemd and containers end it: it finishes what it has begun. It has to end by itself.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(LongestStop);
        using (var term = Process.Start("kill", ["-TERM", process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await term.WaitForExitAsync(patience.Token);
        }

        await process.WaitForExitAsync(patience.Token);
        Assert.Equal(0, process.ExitCode);
        process.Dispose();
        process = null;
    }

    public async Task StartAsync()
    {
        var program = Path.Combine(Repository(), "src", "Bot", "bin", Configuration(), "net10.0", "TransformingLives.Bot.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--content", Path.Combine(Repository(), "content"), "--data", data, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Staging";
        start.Environment["DirectLine__Secret"] = Secret;
        start.Environment["Storage__MasterKey"] = TestKeys.Text;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(LongestStart);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("The data:", StringComparison.Ordinal))
            {
                _ = ListenAsync(process.StandardOutput);
                return;
            }
        }

        throw new InvalidOperationException($"The program ended before it listened. {await errors}");
    }

    private async Task ListenAsync(StreamReader output)
    {
        while (await output.ReadLineAsync(CancellationToken.None) is { } line)
        {
            log.Enqueue(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }
    }

    private static string Configuration() => Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

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
