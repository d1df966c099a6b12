using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.Searching;

namespace TransformingLives.Knowledge;

/// <summary>Checks content without indexing it: for whoever is writing it.</summary>
public static class KnowledgeChecks
{
    /// <summary>A guide as residents would read it, and what is wrong with it.</summary>
    /// <param name="file">Its name, for instance <c>guides/meals.md</c>.</param>
    /// <param name="text">What is in it.</param>
    /// <returns>The guide; null when it has errors.</returns>
    public static (Passage? Guide, ImmutableArray<KnowledgeProblem> Problems) OfGuide(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new List<KnowledgeProblem>();
        var guide = GuideFiles.Parse(file, text, problems);
        return (guide is null ? null : Cards.Passage(guide, guide.Reviewed), [.. problems]);
    }

    /// <summary>What is wrong in guides, services, topics, places and words together.</summary>
    public static ImmutableArray<KnowledgeProblem> OfAll(KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return KnowledgeContent.Load(options).Problems;
    }
}
