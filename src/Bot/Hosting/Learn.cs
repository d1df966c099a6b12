namespace TransformingLives.Bot.Hosting;

/// <summary>The verb <c>learn</c>: works out once what all example questions and lessons mean, learns from them, and keeps it with the content, in <c>content/learnt/</c>.</summary>
internal static class Learn
{
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var surroundings = await LoadedContent.LoadAsync(folders, cancellationToken);
        using var knowledge = surroundings.Knowledge;
        await knowledge.Ready.WaitAsync(cancellationToken);
        knowledge.Ship(folders.Content);
        Console.WriteLine($"Learnt. The next start finds it in {Path.Combine(folders.Content, "learnt")}.");
        return 0;
    }
}
