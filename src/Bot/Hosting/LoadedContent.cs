using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting;

/// <summary>Content that is fit to run on.</summary>
internal static class LoadedContent
{
    /// <exception cref="StartUpException">The content has errors; the first is named.</exception>
    public static async Task<Surroundings> LoadAsync(Folders folders, CancellationToken cancellationToken)
    {
        var (surroundings, problems) = await ContentFiles.LoadAsync(folders.Content, folders.Index, folders.Directory, cancellationToken);
        if (surroundings is not null)
        {
            return surroundings;
        }

        var first = problems.First(problem => problem.IsError);
        throw new StartUpException($"The content has {problems.Count(problem => problem.IsError)} errors. The first: {first.File}:{first.Line} {first.Field}: {first.Message} See all with 'check'.");
    }
}
