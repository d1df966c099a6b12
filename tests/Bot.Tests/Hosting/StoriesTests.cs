using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Bot.Tests.Hosting;

/// <summary>The conversations in <c>content/stories</c>, played from beginning to end.</summary>
public sealed class StoriesTests
{
    private static readonly string Folder = Path.Combine(TestCouncil.Content, "stories");

    public static IEnumerable<object[]> All => Directory.GetFiles(Folder, "*.yaml").SelectMany(file => Story.Read(file, File.ReadAllText(file)).Select(story => new object[] { Path.GetFileName(file), story.Id }));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_story_goes_as_its_authors_expect(string file, string id)
    {
        var story = Story.Read(file, await File.ReadAllTextAsync(Path.Combine(Folder, file))).Single(one => one.Id == id);

        var played = await PlayStory.RunAsync(story, await TestCouncil.RealContent.Value, CancellationToken.None);

        Assert.True(!played.Broken().Any(), string.Join('\n', played.Broken()));
    }

    [Fact]
    public async Task A_story_that_goes_otherwise_is_named_with_all_that_is_broken()
    {
        var story = Story.Read("a.yaml", "[{ id: x, says: [hello], expect: [{ turn: 1, has: zebra }], answers: { where: Ely }, referrals: [reablement], concerns: [safeguarding], never: [Hello] }]").Single();

        var played = await PlayStory.RunAsync(story, await TestCouncil.RealContent.Value, CancellationToken.None);

        Assert.Equal(5, played.Broken().Count());
    }

    [Fact]
    public async Task An_author_is_told_the_file_the_line_and_the_story()
    {
        var stories = Story.Read("stories/a.yaml", "- id: goes-well\n  says: [hello]\n\n- id: goes-otherwise\n  says: [hello]\n  ever: [zebra]\n");

        var problem = Assert.Single(await AllStories.PlayAsync(stories, await TestCouncil.RealContent.Value, CancellationToken.None));

        Assert.Equal(("stories/a.yaml", 4, "goes-otherwise", true), (problem.File, problem.Line, problem.Field, problem.IsError));
    }
}
