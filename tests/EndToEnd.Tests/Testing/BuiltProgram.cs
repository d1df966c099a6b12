using System.Diagnostics;

namespace TransformingLives.EndToEnd.Tests.Testing;

/// <summary>The program as it was built, run as a command.</summary>
internal static class BuiltProgram
{
    /// <summary>The content that ships.</summary>
    public static string Content => Path.Combine(Repository(), "content");

    /// <summary>The program's own file.</summary>
    public static string Assembly => Path.Combine(Repository(), "src", "Bot", "bin", Configuration(), "net10.0", "TransformingLives.Bot.dll");

    /// <summary>Runs it to its end; gives its exit code and what it said on standard error, line by line.</summary>
    public static Task<(int Exit, string[] Said)> RunAsync(params string[] arguments) => RunAsync("Development", [], arguments);

    /// <summary>Runs it in another environment than a developer's, with settings.</summary>
    public static async Task<(int Exit, string[] Said)> RunAsync(string environment, (string Name, string Value)[] settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var said = process.StandardError.ReadToEndAsync(patience.Token);
        var printed = process.StandardOutput.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        await printed;
        return (process.ExitCode, (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Configuration() => Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

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
