using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>The real program in a process of its own, on a port and a data folder of its own.</summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private readonly string data;
    private readonly int port;
    private Process process;

    private RunningBot(string data, int port, Process process, string signIn)
    {
        this.data = data;
        this.port = port;
        this.process = process;
        SignIn = signIn;
    }

    public string Address => $"http://localhost:{port}";

    /// <summary>The one-time link to the desk that was printed at the last start.</summary>
    public string SignIn { get; private set; }

    public static async Task<RunningBot> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("transforming-lives-").FullName;

        // The index depends on the content alone, so all tests share it.
        var index = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "transforming-lives-test-index"));
        Directory.CreateSymbolicLink(Path.Combine(data, "index"), index.FullName);
        var port = FreePort();
        var (process, signIn) = await StartAsync(data, port);
        return new RunningBot(data, port, process, signIn);
    }

    /// <summary>Ends the process without a word, as a power cut does, and starts it again on the same data.</summary>
    public async Task KillAndStartAgainAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        (process, SignIn) = await StartAsync(data, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static async Task<(Process Process, string SignIn)> StartAsync(string data, int port)
    {
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.Assembly, "--content", BuiltProgram.Content, "--data", data, "--urls", $"http://localhost:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Link().Match(line) is { Success: true } link)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (process, link.Value);
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"http://\S+sign-in\?link=[0-9a-f]+")]
    private static partial Regex Link();
}
