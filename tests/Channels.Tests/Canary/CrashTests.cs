using System.Diagnostics;
using System.Globalization;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>The program ends as at a fault of its own, with somebody's words in its memory.</summary>
public sealed class CrashTests : IDisposable
{
    private static readonly Needles Needles = new(CanaryPerson.Words);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("canary-crash-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_crash_leaves_nothing_of_what_was_said_on_the_disk()
    {
        var start = Verb.Start(folder.FullName, "chat", "--content", Bot.Tests.Testing.TestCouncil.Content, "--data", folder.CreateSubdirectory("data").FullName);
        start.RedirectStandardInput = true;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        using var program = Process.Start(start)!;
        await using var ended = patience.Token.Register(() => program.Kill(entireProcessTree: true));
        var said = program.StandardError.ReadToEndAsync(patience.Token);
        await program.StandardInput.WriteLineAsync(CanaryPerson.Says("hot meals in Ely."));
        await program.StandardInput.FlushAsync(patience.Token);
        string? line;
        do
        {
            line = await program.StandardOutput.ReadLineAsync(patience.Token);
        }
        while (line is not null && !line.Contains("Quollworthy", StringComparison.Ordinal));

        Assert.True(line is not null, $"It never heard them. {(line is null ? await said : "")}");
        await AbortAsync(program, patience.Token);
        Assert.NotEqual(0, program.ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.FullName, "*", SearchOption.AllDirectories), path => Path.GetFileName(path).Contains("core", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Needles.InFiles(folder.FullName));
    }

    // What .NET does at its own faults comes with the first; the system's own way to end it with the second.
    private static async Task AbortAsync(Process program, CancellationToken cancellationToken)
    {
        while (!program.HasExited)
        {
            using var abort = Process.Start("kill", ["-ABRT", program.Id.ToString(CultureInfo.InvariantCulture)]);
            await abort.WaitForExitAsync(cancellationToken);
            await Task.WhenAny(program.WaitForExitAsync(cancellationToken), Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
