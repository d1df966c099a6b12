using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>Questions that ask for the same.</summary>
/// <param name="Id">Made from the words of the first: the same again tomorrow.</param>
/// <param name="Questions">The questions, newest first.</param>
internal sealed record QuestionCluster(string Id, ImmutableArray<AskedQuestion> Questions)
{
    private const int ExamplesShown = 3;

    /// <summary>What authors read: a few of them, each in other words.</summary>
    public ImmutableArray<string> Examples => [.. Questions.Select(question => question.Words).DistinctBy(words => words.ToLowerInvariant()).Take(ExamplesShown)];

    /// <summary>How the turn ended, of most of them.</summary>
    public string Ending => Questions.CountBy(question => question.Ending).MaxBy(count => count.Value).Key;
}
