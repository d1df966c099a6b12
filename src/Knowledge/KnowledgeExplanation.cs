using System.Collections.Immutable;
using TransformingLives.Knowledge.Searching;

namespace TransformingLives.Knowledge;

/// <summary>Why a question is answered as it is.</summary>
/// <param name="Place">The place that was read; null if none.</param>
/// <param name="Topics">The likeliest topics, "out of scope" among them.</param>
/// <param name="Passages">The nearest passages of all guides.</param>
/// <param name="Services">The services in their order.</param>
public sealed record KnowledgeExplanation(Place? Place, ImmutableArray<TopicGuess> Topics, ImmutableArray<WhyThisPassage> Passages, ImmutableArray<WhyThisService> Services);

/// <summary>What spoke for a passage.</summary>
/// <param name="GuideId">Its guide.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Score">All of it together: standard deviations above the mean of the collection, added up.</param>
/// <param name="Words">BM25 of the words.</param>
/// <param name="Pairs">Rarity of the neighbouring words that both have.</param>
/// <param name="Meaning">Cosine of the whole.</param>
public sealed record WhyThisPassage(string GuideId, string Title, double Score, double Words, double Pairs, double Meaning);

/// <summary>What spoke for a service; the parts add up to the total.</summary>
/// <param name="Name">The service.</param>
/// <param name="Total">What it is ordered by.</param>
/// <param name="Parts">Each part with its name, in words.</param>
public sealed record WhyThisService(string Name, double Total, ImmutableArray<(string Part, double Score)> Parts)
{
    internal static WhyThisService Of(FoundService found) => new(found.Service.Name, found.Why.Total,
    [
        ("what it is for", found.Why.Purpose), ("words", found.Why.Words), ("meaning", found.Why.Meaning), ("how near", found.Why.Nearness),
        ("opening hours", found.Why.Hours), ("how fresh", found.Why.Freshness), ("asked for besides", found.Why.Leaning),
    ]);
}
