using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Importing;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Tests.Hosting.Importing;

public sealed class FeedRefreshTests : IAsyncLifetime
{
    private const string Record = """[{"id":"ac148810-d857-441c-9679-408f346de14b","name":"NAME","status":"active","organization":{"id":"d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610","name":"Club","description":"A club"}}]""";
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
    private readonly string folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
    private ServiceProvider services = null!;
    private FeedRefresh refresh = null!;

    private string Feed => Path.Combine(folder, "feed.json");

    private string Kept => string.Concat(Directory.EnumerateFiles(Path.Combine(folder, "directory", "county"), "*.ndjson").Select(File.ReadAllText));

    public async Task InitializeAsync()
    {
        var real = await TestCouncil.RealContent.Value;
        var council = real.Content.Council with { Feeds = [new CouncilFeed("county", Feed, TimeSpan.FromHours(6))] };
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddFeeds().BuildServiceProvider();
        refresh = new FeedRefresh(new Folders(folder, folder), new SurroundingsSource(real with { Content = real.Content with { Council = council } }), services.GetRequiredService<Func<DirectoryImport>>(), clock, NullLogger<FeedRefresh>.Instance);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_feed_is_imported_at_first_and_then_when_it_is_due()
    {
        Write("First");
        Assert.Equal(1, await refresh.RefreshDueAsync(CancellationToken.None));
        Assert.Contains("First", Kept, StringComparison.Ordinal);

        Write("Second");
        clock.Advance(TimeSpan.FromHours(5.9));
        Assert.Equal(0, await refresh.RefreshDueAsync(CancellationToken.None));

        clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(1, await refresh.RefreshDueAsync(CancellationToken.None));
        Assert.Contains("Second", Kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_away_leaves_what_was_there_and_is_tried_again()
    {
        Write("First");
        await refresh.RefreshDueAsync(CancellationToken.None);
        File.Delete(Feed);
        clock.Advance(TimeSpan.FromHours(6));

        Assert.Equal(1, await refresh.RefreshDueAsync(CancellationToken.None));
        Assert.Contains("First", Kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directory: [{ name: County, from: x }]", "directory[0].name")]
    [InlineData("directory: [{ name: county }]", "directory[0].from")]
    [InlineData("directory: [{ name: county, from: x, every_hours: 0 }]", "directory[0].every_hours")]
    public void A_feed_that_is_written_wrong_is_named(string yaml, string field)
    {
        var problems = new List<ContentProblem>();
        CouncilSettingsLoader.Load("council.yaml", yaml, problems);

        Assert.Contains(problems, problem => problem.Field == field);
    }

    private void Write(string name) => File.WriteAllText(Feed, Record.Replace("NAME", name, StringComparison.Ordinal));
}
