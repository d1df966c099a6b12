using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>check</c>: is the content valid?</summary>
internal static class Check
{
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(folders.Content, folders.Index, folders.Directory, cancellationToken);
        foreach (var problem in problems.Concat(surroundings is null ? [] : OfToday(surroundings.Content.Calendar.DayOf(TimeProvider.System.GetUtcNow()), surroundings)))
        {
            Console.WriteLine($"{(problem.IsError ? "error  " : "warning")} {problem.File}:{problem.Line} {problem.Field}: {problem.Message}");
        }

        ReadStories(folders.Content);
        surroundings?.Knowledge.Dispose();
        Console.WriteLine(surroundings is null ? "The content has errors." : "The content is valid.");
        return surroundings is null ? 1 : 0;
    }

    // Whether they go as expected is for "play" and the tests: it takes a second each.
    private static void ReadStories(string content)
    {
        var folder = Path.Combine(content, "stories");
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml") : [])
        {
            _ = Story.Read($"stories/{Path.GetFileName(file)}", File.ReadAllText(file));
        }
    }

    private static IEnumerable<ContentProblem> OfToday(DateOnly today, Surroundings around) =>
        around.RasTables.ProblemsOn(today).Concat(around.Charging.ProblemsOn(today)).Select(CaseTables.AsContentProblem);
}
