using System.Net;
using System.Net.Sockets;
using TransformingLives.EndToEnd.Tests.Testing;

namespace TransformingLives.EndToEnd.Tests;

/// <summary>What keeps the program from starting is said in one sentence, with exit code 1.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("transforming-lives-start-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_busy_port_is_named()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port;

        var (exit, said) = await BuiltProgram.RunAsync("--content", BuiltProgram.Content, "--data", Data, "--urls", $"http://localhost:{port}");

        Assert.Equal(1, exit);
        Assert.Contains($"http://localhost:{port}", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("--urls", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_to_is_named()
    {
        var file = Path.Combine(folder.FullName, "a-file-where-the-folder-should-be");
        await File.WriteAllTextAsync(file, "");

        var (exit, said) = await BuiltProgram.RunAsync("--content", BuiltProgram.Content, "--data", file, "--urls", "http://localhost:0");

        Assert.Equal(1, exit);
        Assert.Contains(file, Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("--data", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_content_file_is_named()
    {
        var content = CopyOfContent();
        File.Delete(Path.Combine(content, "triage", "outcomes.yaml"));

        var (exit, said) = await BuiltProgram.RunAsync("--content", content, "--data", Data, "--urls", "http://localhost:0");

        Assert.Equal(1, exit);
        Assert.Contains("triage/outcomes.yaml", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_content_file_is_named_with_its_line_and_field()
    {
        var content = CopyOfContent();
        var form = Path.Combine(content, "forms", "helper.yaml");
        await File.WriteAllTextAsync(form, (await File.ReadAllTextAsync(form)).Replace("kind: choice", "kind: chioce", StringComparison.Ordinal));

        var (exit, said) = await BuiltProgram.RunAsync("--content", content, "--data", Data, "--urls", "http://localhost:0");

        Assert.Equal(1, exit);
        Assert.Matches(@"forms/helper\.yaml:\d+ questions\[\d\]\.kind", Assert.Single(said));
    }

    [Fact]
    public async Task A_folder_without_content_is_named()
    {
        var (exit, said) = await BuiltProgram.RunAsync("--content", folder.FullName, "--data", Data, "--urls", "http://localhost:0");

        Assert.Equal(1, exit);
        Assert.Contains(folder.FullName, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ships_is_refused_in_front_of_the_public_and_everything_is_named_at_once()
    {
        var (exit, said) = await BuiltProgram.RunAsync(
            "Production",
            [("PublicBaseAddress", "http://care.example.gov.uk"), ("DirectLine__Secret", "a-secret-of-an-example-that-is-long"), ("Logging__LogLevel__Default", "Debug")],
            "--content", BuiltProgram.Content, "--data", Data, "--urls", "http://localhost:0");

        Assert.Equal(1, exit);
        Assert.All(
            new[] { "PublicBaseAddress", "Logging__LogLevel__Default=Debug", "DirectLine__Secret", "council.yaml phone", "duty_phone", "safeguarding_phone", "ras/tl-ras-v1.yaml" },
            name => Assert.Single(said, line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(name, StringComparison.Ordinal)));
        Assert.DoesNotContain(said, line => line.Contains("a-secret-of-an-example", StringComparison.Ordinal));
    }

    private string Data => Path.Combine(folder.FullName, "data");

    private string CopyOfContent()
    {
        foreach (var file in Directory.EnumerateFiles(BuiltProgram.Content, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.FullName, "content", Path.GetRelativePath(BuiltProgram.Content, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return Path.Combine(folder.FullName, "content");
    }
}
