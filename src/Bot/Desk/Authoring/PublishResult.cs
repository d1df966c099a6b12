using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Desk.Authoring;

/// <summary>What became of publishing a file.</summary>
internal abstract record PublishResult
{
    private PublishResult()
    {
    }

    /// <summary>It is in place; residents meet it within seconds.</summary>
    public sealed record Published : PublishResult;

    /// <summary>Nothing was different.</summary>
    public sealed record Same : PublishResult;

    /// <summary>Somebody else changed the file meanwhile. Nothing was written.</summary>
    /// <param name="Now">What is in it now; null when it is gone.</param>
    public sealed record Conflict(string? Now) : PublishResult;

    /// <summary>It has errors. Nothing was written.</summary>
    public sealed record Refused(ImmutableArray<ContentProblem> Problems) : PublishResult;

    /// <summary>A story does not go as it must any more. Nothing was written.</summary>
    public sealed record BreaksStories(ImmutableArray<string> Broken) : PublishResult;
}
