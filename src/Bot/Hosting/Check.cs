namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>check</c>: is the content valid?</summary>
internal static class Check
{
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(folders.Content, Path.Combine(folders.Data, "index"), cancellationToken);
        var tables = surroundings is null ? [] : surroundings.RasTables.ProblemsOn(surroundings.Content.Calendar.DayOf(TimeProvider.System.GetUtcNow())).Select(CaseTables.AsContentProblem);
        foreach (var problem in problems.Concat(tables))
        {
            Console.WriteLine($"{(problem.IsError ? "error  " : "warning")} {problem.File}:{problem.Line} {problem.Field}: {problem.Message}");
        }

        surroundings?.Knowledge.Dispose();
        Console.WriteLine(surroundings is null ? "The content has errors." : "The content is valid.");
        return surroundings is null ? 1 : 0;
    }
}
