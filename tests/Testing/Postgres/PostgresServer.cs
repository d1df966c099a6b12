using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace TransformingLives.Testing.Postgres;

/// <summary>A real PostgreSQL server of our own, on a free port and in a folder that is thrown away. It ends with the process that started it, however that ends.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Makes the cluster and runs it until standard input closes, which the system sees to when we are killed. SIGINT is pg_ctl's "fast", SIGQUIT its "immediate".</summary>
    private const string Script = """
        set -e
        "$BIN/initdb" -D "$DIR/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$DIR/initdb.log" 2>&1
        while true; do
            "$BIN/postgres" -D "$DIR/data" -p "$PORT" -h 127.0.0.1 -k "$DIR" $OPTIONS >>"$DIR/postgres.log" 2>&1 </dev/null & server=$!
            read -r order || order=over
            signal=QUIT
            [ "$order" = fast ] && signal=INT
            kill -$signal $server 2>/dev/null || true
            wait $server || true
            [ "$order" = over ] && break
            echo ended
            read -r order || break
        done
        rm -rf "$DIR"
        """;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(() => StartAsync(flushes: false));
    private readonly Process shell;
    private readonly string folder;
    private readonly int port;
    private int databases;

    private PostgresServer(Process shell, string folder, int port)
    {
        this.shell = shell;
        this.folder = folder;
        this.port = port;
    }

    /// <summary>One server for all tests of a process. It doesn't flush: the process may be killed, but the power stays on.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>Starts a server.</summary>
    /// <param name="flushes">Commits wait for the disk, as they do at a council.</param>
    public static async Task<PostgresServer> StartAsync(bool flushes)
    {
        var folder = Directory.CreateTempSubdirectory("postgres-").FullName;
        var port = FreePort();
        var start = new ProcessStartInfo { FileName = "sh", RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        if (Environment.UserName == "root")
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("chown", "postgres", folder);
            start.FileName = "setpriv";
            foreach (var argument in new[] { "--reuid=postgres", "--regid=postgres", "--clear-groups", "--", "sh" })
            {
                start.ArgumentList.Add(argument);
            }
        }

        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Script);
        start.WorkingDirectory = "/";
        start.Environment["BIN"] = PostgresPrograms.Folder();
        start.Environment["DIR"] = folder;
        start.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        start.Environment["OPTIONS"] = "-c max_connections=500 -c shared_buffers=32MB" + (flushes ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off");
        var server = new PostgresServer(Process.Start(start)!, folder, port);
        await server.ReadyAsync();
        return server;
    }

    /// <summary>An empty database of its own.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test{Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture)}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        return ConnectionString(name);
    }

    /// <summary>Changes a setting of the whole server, for sessions that are open too.</summary>
    /// <param name="change"><c>SET name = value</c> or <c>RESET name</c>.</param>
    public async Task AlterAsync(string change)
    {
        await ExecuteAsync($"ALTER SYSTEM {change}");
        await ExecuteAsync("SELECT pg_reload_conf()");
    }

    /// <summary>Ends the server in the middle of what it does, and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await EndAsync();
        await StartAgainAsync();
    }

    /// <summary>Ends the server, and answers when it is gone.</summary>
    /// <param name="mode"><c>immediate</c>: it puts nothing away. <c>fast</c>: it breaks off what is under way, and puts the rest away.</param>
    public async Task EndAsync(string mode = "immediate")
    {
        await shell.StandardInput.WriteLineAsync(mode);
        await shell.StandardInput.FlushAsync();
        if (await shell.StandardOutput.ReadLineAsync() != "ended")
        {
            throw new InvalidOperationException("The shell that runs PostgreSQL ended.");
        }
    }

    /// <summary>Starts a server that was ended, on the same data and port.</summary>
    public async Task StartAgainAsync()
    {
        await shell.StandardInput.WriteLineAsync("start");
        await shell.StandardInput.FlushAsync();
        await ReadyAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file and in tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres", Database = database, Timeout = 5, IncludeErrorDetail = true, MaxPoolSize = 20 }.ToString();

    private async Task ReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < LongestStart && !shell.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException exception)
            {
                var log = Path.Combine(folder, "postgres.log");
                throw new InvalidOperationException($"PostgreSQL didn't start: {(File.Exists(log) ? await File.ReadAllTextAsync(log) : File.ReadAllText(Path.Combine(folder, "initdb.log")))}", exception);
            }
        }
    }
}
