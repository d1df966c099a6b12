using TransformingLives.Bot.Hosting;

namespace TransformingLives.Bot.Tests.Hosting;

/// <summary>What ships in <c>content/learnt/</c>.</summary>
public sealed class LearntAheadTests
{
    [Fact]
    public async Task What_ships_was_learnt_from_the_lessons_questions_and_rules_that_ship()
    {
        var folder = Directory.CreateTempSubdirectory("transforming-lives-").FullName;
        var (surroundings, _) = await ContentFiles.LoadAsync(Folders.Find(null, folder).Content, folder, null, CancellationToken.None);
        using var knowledge = surroundings!.Knowledge;
        await knowledge.Ready;

        Assert.True(Directory.GetFiles(folder, "*.model").Length == 0, "Learnt again at the start: run the verb 'learn', which takes a minute, and commit content/learnt/.");
    }
}
