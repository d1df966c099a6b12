using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>Runs PostgreSQL's own programs on the council's database.</summary>
internal static class PostgresProgram
{
    private const int Tries = 5;
    private const string Installed = "/usr/lib/postgresql";
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    /// <summary>How long another program's lock is waited for: far longer than a turn holds one, and not so long that turns, which wait behind us meanwhile, are given up.</summary>
    public const string LongestWait = "10s";

    /// <summary>What psql and pg_dump say when it was too long.</summary>
    private static readonly string[] Locked = ["due to lock timeout", "due to statement timeout"];

    /// <summary>Runs it on the council's database.</summary>
    public static Task RunOnDatabaseAsync(string name, StorageConnections connections, string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(name, connections, [$"--dbname={new NpgsqlConnectionStringBuilder(connections.ConnectionString).Database}", "--no-password", .. arguments], cancellationToken);

    /// <summary>Runs it to its end. A deadlock with a program that is running is tried again.</summary>
    public static async Task RunAsync(string name, StorageConnections connections, string[] arguments, CancellationToken cancellationToken)
    {
        var program = Find(name)
            ?? throw new CopyFailedException($"{name} was not found on the path or in {Installed}. Install PostgreSQL's client programs (on Debian and Ubuntu: postgresql-client), of the server's version or newer. Nothing was done.");
        for (var attempt = 1; ; attempt++)
        {
            var (code, errors) = await TryAsync(program, connections, arguments, cancellationToken);
            if (code == 0)
            {
                return;
            }

            if (Locked.Any(words => errors.Contains(words, StringComparison.Ordinal)))
            {
                throw new CopyFailedException("Another program holds a lock in the database and didn't let go of it. Nothing was changed. Look which one it is (SELECT pid, application_name, query FROM pg_stat_activity WHERE state <> 'idle'), end it or wait until it is done, and try again.");
            }

            if (attempt == Tries || !errors.Contains("deadlock detected", StringComparison.Ordinal))
            {
                throw new CopyFailedException($"{name} failed, and nothing was changed. It says: {errors.Trim().ReplaceLineEndings(" ")}");
            }

            await Task.Delay(Wait, cancellationToken);
        }
    }

    private static async Task<(int Code, string Errors)> TryAsync(string program, StorageConnections connections, string[] arguments, CancellationToken cancellationToken)
    {
        var database = new NpgsqlConnectionStringBuilder(connections.ConnectionString);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };

        // In the environment, so that no password stands in the list of processes.
        Set(start, "PGHOST", database.Host);
        Set(start, "PGPORT", database.Port.ToString(CultureInfo.InvariantCulture));
        Set(start, "PGUSER", database.Username);
        Set(start, "PGPASSWORD", database.Password);
        Set(start, "PGSSLMODE", database.SslMode is SslMode.VerifyCA ? "verify-ca" : database.SslMode is SslMode.VerifyFull ? "verify-full" : database.SslMode.ToString().ToLowerInvariant());
        Set(start, "PGSSLROOTCERT", database.RootCertificate);
        Set(start, "PGPASSFILE", database.Passfile);
        var path = string.IsNullOrEmpty(database.SearchPath) ? "" : $" -c search_path={database.SearchPath.Replace(" ", "", StringComparison.Ordinal)}";
        Set(start, "PGOPTIONS", $"-c lock_timeout={LongestWait}{path}");
        using var process = Process.Start(start) ?? throw new CopyFailedException($"{program} could not be started.");
        var said = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await said;
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, errors);
    }

    private static void Set(ProcessStartInfo start, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            start.Environment[name] = value;
        }
    }

    // The newest that is installed: an older one can't read a newer server.
    private static string? Find(string name)
    {
        var newest = Directory.Exists(Installed)
            ? Directory.GetDirectories(Installed).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return newest.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, $"{name}.exe") })
            .FirstOrDefault(File.Exists);
    }
}
