using System.Text.Json;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Tests.Hosting.Public;

/// <summary>Papers for those who decide whether it goes in front of the public: true of what was built.</summary>
public sealed partial class WhatShipsTests
{
    [Fact]
    public void Every_package_that_ships_has_its_notice_and_no_other_has()
    {
        var noticed = Notice().Matches(Read("THIRD-PARTY-NOTICES.md")).Select(line => $"{line.Groups[1].Value}/{line.Groups[2].Value}");

        Assert.Equal(Shipped(), noticed.Order(StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("security.md")]
    [InlineData("attacks.md")]
    [InlineData("asvs.md")]
    [InlineData("data-protection.md")]
    [InlineData("atrs.md")]
    public void Every_test_that_the_papers_name_is_there(string paper)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository(), "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => test.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. Named().Matches(Read(Path.Combine("docs", paper))).Select(name => name.Groups[1].Value)];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    [Fact]
    public void There_are_more_than_sixty_attacks_and_each_names_the_test_that_shows_it()
    {
        var attacks = Attack().Matches(Read(Path.Combine("docs", "attacks.md")));

        Assert.True(attacks.Count > 60);
        Assert.Equal(Enumerable.Range(1, attacks.Count), attacks.Select(attack => int.Parse(attack.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.All(attacks, attack => Assert.Matches(Named(), attack.Groups[2].Value));
    }

    [Fact]
    public void Every_package_of_every_project_is_locked_to_its_hash()
    {
        string[] projects = [.. new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository(), folder), "*.csproj", SearchOption.AllDirectories)).Where(project => !project.Contains("node_modules", StringComparison.Ordinal))];

        Assert.True(projects.Length > 10);
        Assert.All(projects, project => Assert.Empty(Unlocked(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))));
    }

    [Fact]
    public void A_package_without_a_hash_would_be_noticed()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{"version":2,"dependencies":{"net10.0":{"Ours":{"type":"Project"},"Safe":{"type":"Direct","contentHash":"x"},"Loose":{"type":"Transitive"}}}}""");

        Assert.Equal(["Loose"], Unlocked(file));
        File.Delete(file);
    }

    private static List<string> Unlocked(string lockFile)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(lockFile));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !package.Value.TryGetProperty("contentHash", out _)).Select(package => package.Name)];
    }

    private static IEnumerable<string> Shipped()
    {
        var configuration = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;
        using var built = JsonDocument.Parse(Read(Path.Combine("src", "Bot", "bin", configuration, "net10.0", "TransformingLives.Bot.deps.json")));
        var packages = built.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name).ToHashSet(StringComparer.Ordinal);
        return [.. built.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject()
            .Where(library => packages.Contains(library.Name) && HasFiles(library.Value)).Select(library => library.Name).Order(StringComparer.OrdinalIgnoreCase)];
    }

    // One that only names others brings nothing with it.
    private static bool HasFiles(JsonElement library) => new[] { "runtime", "native", "runtimeTargets" }.Any(kind => library.TryGetProperty(kind, out _));

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository(), file));

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "TransformingLives.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\| ([\w.-]+) \| (\d[\w.-]*) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Notice();

    [GeneratedRegex(@"^\| (\d+) \| .* \| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Attack();

    [GeneratedRegex(@"public (?:async Task|void) (\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_\\w+)+)`")]
    private static partial Regex Named();
}
