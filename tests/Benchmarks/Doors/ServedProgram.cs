using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TransformingLives.Benchmarks.Doors;

/// <summary>The real program in a process of its own, with every channel open, and what it holds in memory.</summary>
internal sealed class ServedProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly string data;
    private long logged;

    private ServedProgram(Process process, string data, string address)
    {
        (this.process, this.data, Address) = (process, data, address);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 400 }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(2) };
    }

    public string Address { get; }

    public HttpClient Http { get; }

    /// <summary>Bytes of memory that it holds: resident and its own, without files that are mapped.</summary>
    public long Memory() => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();

    /// <summary>How many files, sockets and the like it holds open.</summary>
    public int Handles() => Directory.EnumerateFileSystemEntries($"/proc/{process.Id}/fd").Count();

    /// <summary>How many threads it has.</summary>
    public int Threads() => Directory.EnumerateDirectories($"/proc/{process.Id}/task").Count();

    /// <summary>Bytes of all that it keeps.</summary>
    public long Kept() => new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Bytes that it wrote to its log since it listens.</summary>
    public long Logged => Interlocked.Read(ref logged);

    /// <summary>The secret of the desk's one-time link; empty where the desk is shut.</summary>
    public string SignInLink { get; private init; } = "";

    /// <summary>As a council runs it, with every door open.</summary>
    public static Task<ServedProgram> StartAsync() => StartAsync(isDevelopment: false, Door.Settings);

    /// <summary>Starts it with these settings.</summary>
    public static async Task<ServedProgram> StartAsync(bool isDevelopment, params (string Name, string Value)[] settings)
    {
        var data = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        var assembly = Path.Combine(AppContext.BaseDirectory, "TransformingLives.Bot.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, "--content", Shipped.Content, "--data", data, "--urls", address]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = isDevelopment ? "Development" : "Staging";
        start.Environment["Logging__LogLevel__Default"] = "Warning";

        // What is measured is what the program can do, and not what it lets in; settings of a command stand over this.
        start.Environment["Limits__Enabled"] = "false";
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var link = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            link = line.Split("link=") is [_, var secret] ? secret.Split(' ')[0] : link;
            if (line.StartsWith("The data:", StringComparison.Ordinal))
            {
                var program = new ServedProgram(process, data, address) { SignInLink = link };
                _ = program.CountLogAsync();
                return program;
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    private async Task CountLogAsync()
    {
        var buffer = new char[4096];
        while (await process.StandardOutput.ReadAsync(buffer, CancellationToken.None) is var read and > 0)
        {
            Interlocked.Add(ref logged, read);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }
}
