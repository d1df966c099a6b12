using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Playing;

/// <summary>The stories of <c>content/stories/</c>, played on the content that they stand in.</summary>
internal static class AllStories
{
    /// <summary>All of them, in the order of their files.</summary>
    /// <exception cref="StartUpException">A file is no list of stories.</exception>
    public static ImmutableArray<Story> Read(string content)
    {
        var folder = Path.Combine(content, "stories");
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(path => Story.Read($"stories/{Path.GetFileName(path)}", File.ReadAllText(path)))]
            : [];
    }

    /// <summary>What does not go as its authors expect: file, line, the story's id, and a sentence.</summary>
    public static async Task<ImmutableArray<ContentProblem>> PlayAsync(IEnumerable<Story> stories, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var broken = ImmutableArray.CreateBuilder<ContentProblem>();
        foreach (var story in stories)
        {
            var played = await PlayStory.RunAsync(story, surroundings, cancellationToken);
            broken.AddRange(played.Broken().Select(sentence => new ContentProblem(story.At.File, story.At.Line, story.Id, sentence, IsError: true)));
        }

        return broken.ToImmutable();
    }
}
