using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>check</c>: is the content valid, and, where it is said which, is the data whole?</summary>
internal static class Check
{
    /// <param name="content">The content folder; null: found.</param>
    /// <param name="data">A data folder or a back-up to look at too; null: none.</param>
    public static async Task<int> RunAsync(string? content, string? data, CancellationToken cancellationToken)
    {
        var isBackup = File.Exists(data);
        var folders = Folders.Find(content, isBackup ? null : data);
        var ofContent = await ContentAsync(folders, cancellationToken);
        var ofData = data is null ? 0
            : isBackup ? await CheckStored.InBackupAsync(data, folders.Content, cancellationToken)
            : await CheckStored.InFolderAsync(folders, cancellationToken);
        return Math.Max(ofContent, ofData);
    }

    private static async Task<int> ContentAsync(Folders folders, CancellationToken cancellationToken)
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
