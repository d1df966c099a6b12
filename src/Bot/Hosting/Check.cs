using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Hosting.Records;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>check</c>: is the content valid, do its stories go as they should, and, where it is said which, is the data whole?</summary>
internal static class Check
{
    /// <param name="content">The content folder; null: found.</param>
    /// <param name="data">A data folder or a back-up to look at too; null: none.</param>
    /// <param name="playsStories">Plays the stories, a second each, and does not only read them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(string? content, string? data, bool playsStories, CancellationToken cancellationToken)
    {
        var isBackup = File.Exists(data);
        var folders = Folders.Find(content, isBackup ? null : data);
        var ofContent = await ContentAsync(folders, playsStories, cancellationToken);
        var ofData = data is null ? 0
            : isBackup ? await CheckStored.InBackupAsync(data, folders, cancellationToken)
            : await CheckStored.InFolderAsync(folders, cancellationToken);
        return Math.Max(ofContent, ofData);
    }

    private static async Task<int> ContentAsync(Folders folders, bool playsStories, CancellationToken cancellationToken)
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(folders.Content, folders.Index, folders.Directory, cancellationToken);
        using var knowledge = surroundings?.Knowledge;
        Print([.. problems, .. surroundings is null ? [] : OfToday(surroundings.Content.Calendar.DayOf(TimeProvider.System.GetUtcNow()), surroundings)]);
        var stories = AllStories.Read(folders.Content);
        if (surroundings is null)
        {
            Console.WriteLine("The content has errors.");
            return 1;
        }

        await surroundings.Knowledge.Ready.WaitAsync(cancellationToken);
        var broken = playsStories ? await AllStories.PlayAsync(stories, surroundings, cancellationToken) : [];
        Print(broken);
        Console.WriteLine(broken.IsEmpty ? "The content is valid." : "The content is valid, and stories don't go as they should.");
        return broken.IsEmpty ? 0 : 1;
    }

    // In red where a person reads it, and plainly where a program does.
    private static void Print(IEnumerable<ContentProblem> problems)
    {
        foreach (var problem in problems)
        {
            var line = $"{(problem.IsError ? "error  " : "warning")} {problem.File}:{problem.Line} {problem.Field}: {problem.Message}";
            Console.WriteLine(problem.IsError && !Console.IsOutputRedirected ? $"\u001b[31m{line}\u001b[0m" : line);
        }
    }

    private static IEnumerable<ContentProblem> OfToday(DateOnly today, Surroundings around) =>
        around.RasTables.ProblemsOn(today).Concat(around.Charging.ProblemsOn(today)).Select(CaseTables.AsContentProblem);
}
