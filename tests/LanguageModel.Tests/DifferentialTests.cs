using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.LanguageModel.Tests.Testing;

namespace TransformingLives.LanguageModel.Tests;

/// <summary>With the model off, on, slow and failing at random, the same messages lead to the same forms, concerns, outcomes and referrals.</summary>
public sealed class DifferentialTests
{
    private static readonly string Folder = Path.Combine(ModelCouncil.ContentFolder, "stories");
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);

    public static IEnumerable<object[]> All => Directory.GetFiles(Folder, "*.yaml").SelectMany(file => Story.Read(file, File.ReadAllText(file)).Select(story => new object[] { Path.GetFileName(file), story.Id }));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_story_leads_where_it_leads_without_the_model(string file, string id)
    {
        var story = Story.Read(file, await File.ReadAllTextAsync(Path.Combine(Folder, file))).Single(one => one.Id == id);
        var off = await PlayAsync(story, null, null);
        var expected = Differences.Of(off);
        var chance = new Random(1948);
        Scripted AtRandom(Asked asked) => chance.Next(6) switch
        {
            0 => Scripted.Raw("no", "text/plain", 500),
            1 => Scripted.HangsUp("{\"from\":1"),
            2 => Scripted.Text("{\"answers\":"),
            3 => Scripted.Silence(),
            4 => Scripted.Endless("y", 1_000_000),
            _ => PerfectModel.Answer(asked),
        };

        var on = await PlayAsync(story, PerfectModel.Answer, null);
        Assert.Empty(on.Broken());
        Assert.Equal(expected, Differences.Of(on));
        Assert.Equal(expected, Differences.Of(await PlayAsync(story, _ => Scripted.Silence(), Short)));
        Assert.Equal(expected, Differences.Of(await PlayAsync(story, AtRandom, Short)));
    }

    private static async Task<PlayedStory> PlayAsync(Story story, Func<Asked, Scripted>? answers, TimeSpan? deadline)
    {
        var around = await ModelCouncil.Content.Value;
        if (answers is null)
        {
            return await PlayStory.RunAsync(story, around, CancellationToken.None);
        }

        await using var model = await ScriptedModel.StartAsync();
        model.Answers = answers;
        return await PlayStory.RunAsync(story, around, CancellationToken.None, ModelCouncil.With(model, deadline));
    }
}
