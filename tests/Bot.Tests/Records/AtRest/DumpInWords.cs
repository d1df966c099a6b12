using System.Diagnostics;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>What <c>pg_dump</c> wrote, as anybody can read it with <c>pg_restore</c>: the archive itself is compressed.</summary>
internal sealed class DumpInWords(string dump)
{
    public async Task WriteAsync()
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin", "pg_restore")).Order(StringComparer.Ordinal).LastOrDefault(File.Exists) ?? "pg_restore";
        using var restore = Process.Start(new ProcessStartInfo(program, [$"--file={dump}.sql", dump]))!;
        await restore.WaitForExitAsync();
        Assert.Equal(0, restore.ExitCode);
    }
}
