namespace TransformingLives.Testing.Postgres;

/// <summary>Where this machine keeps PostgreSQL's own programs.</summary>
internal static class PostgresPrograms
{
    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>: the newest version installed, or one on the path.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL isn't installed.</exception>
    public static string Folder() =>
        Versions().Concat(OnThePath()).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        ?? throw new InvalidOperationException("These tests run on a real PostgreSQL, and its programs were not found. Install the package 'postgresql' (tests/run does), or put initdb and postgres on the path.");

    private static IEnumerable<string> Versions() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static string[] OnThePath() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
