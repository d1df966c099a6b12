using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Hosting;
using TransformingLives.Bot.Hosting.Playing;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>Checks a file that is being edited, with the checks of the verb <c>check</c>.</summary>
internal static class CheckDraft
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>While an author types: what is wrong in this file, and what it breaks in others. Quick: nothing is indexed.</summary>
    public static ImmutableArray<ContentProblem> Quickly(string content, string file, string text)
    {
        if (file.StartsWith("guides/", StringComparison.Ordinal))
        {
            return [.. KnowledgeChecks.OfGuide(file, text).Problems.Select(AsContentProblem)];
        }

        using var draft = ContentDraft.With(content, file, text);
        var (bot, problems) = BotContentLoader.Load(draft.Root);
        var found = problems.ToList();
        if (file.StartsWith("topics/", StringComparison.Ordinal) || file.StartsWith("services/", StringComparison.Ordinal))
        {
            var patches = bot?.Council.PatchByOutcode ?? ImmutableDictionary<string, string>.Empty;
            found.AddRange(KnowledgeChecks.OfAll(new KnowledgeOptions(draft.Root, draft.Root, patches)).Where(problem => problem.File == file || problem.File == Path.GetDirectoryName(file)).Select(AsContentProblem));
        }

        return [.. found];
    }

    /// <summary>Before it is published: everything is loaded as for <c>check</c>, and all stories are played on it.</summary>
    /// <returns>What is wrong, and what the stories say; both empty when it is fit to be published.</returns>
    public static async Task<(ImmutableArray<ContentProblem> Problems, ImmutableArray<string> Broken)> WhollyAsync(Folders folders, string file, string text, CancellationToken cancellationToken)
    {
        using var draft = ContentDraft.With(folders.Content, file, text);
        var (surroundings, problems) = await ContentFiles.LoadAsync(draft.Root, folders.Index, folders.Directory, cancellationToken);
        if (surroundings is null)
        {
            return ([.. problems.Where(problem => problem.IsError)], []);
        }

        using var knowledge = surroundings.Knowledge;
        await knowledge.Ready.WaitAsync(Patience, cancellationToken);
        var broken = await AllStories.PlayAsync(AllStories.Read(draft.Root), surroundings, cancellationToken);
        return ([], [.. broken.Select(problem => $"{problem.Field}: {problem.Message}")]);
    }

    private static ContentProblem AsContentProblem(KnowledgeProblem problem) => new(problem.File, problem.Line, problem.Field, problem.Message, problem.IsError);
}
