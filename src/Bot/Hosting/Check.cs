using TransformingLives.Bot.Content;
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

        surroundings?.Knowledge.Dispose();
        Console.WriteLine(surroundings is null ? "The content has errors." : "The content is valid.");
        return surroundings is null ? 1 : 0;
    }

    private static IEnumerable<ContentProblem> OfToday(DateOnly today, Surroundings around) =>
        around.RasTables.ProblemsOn(today).Concat(around.Charging.ProblemsOn(today)).Select(CaseTables.AsContentProblem);
}
