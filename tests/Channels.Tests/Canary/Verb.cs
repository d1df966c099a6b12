using System.Diagnostics;
using TransformingLives.Testing.AtRest;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>A verb of the built program, run as somebody types it, with a temporary folder of its own.</summary>
internal static class Verb
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>Runs it to its end; gives its exit code and all that it printed.</summary>
    /// <param name="temporary">Its temporary folder.</param>
    /// <param name="arguments">What is typed.</param>
    public static async Task<(int Exit, string Printed)> RunAsync(string temporary, params string[] arguments)
    {
        var start = Start(temporary, arguments);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Longest);
        var (printed, said) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, await printed + await said);
    }

    /// <summary>How it is started; what it prints is to be read.</summary>
    public static ProcessStartInfo Start(string temporary, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TransformingLives.Bot.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = temporary };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Staging";
        start.Environment["Storage__MasterKey"] = TestKeys.Text;
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = start.Environment["TMP"] = temporary;
        return start;
    }
}
