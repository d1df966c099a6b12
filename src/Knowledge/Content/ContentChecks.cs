using System.Collections.Immutable;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge.Content;

/// <summary>What can only be seen when all files are there: topics and guides that name each other.</summary>
internal static class ContentChecks
{
    /// <summary>A record that nobody has checked for so long is named, in days.</summary>
    private const int AssuranceDays = 365;

    /// <summary>What has to be looked at again: guides past their day, and the council's own services that nobody has checked for a year. Warnings.</summary>
    public static IEnumerable<KnowledgeProblem> Overdue(ImmutableArray<Guide> guides, ImmutableArray<Service> services, DateOnly today)
    {
        foreach (var guide in guides.Where(guide => guide.ReviewBy < today))
        {
            yield return new KnowledgeProblem($"guides/{guide.Id}.md", 0, "review_by", $"This guide was to be checked again by {guide.ReviewBy:yyyy-MM-dd}; until then people are told that it is overdue.", IsError: false);
        }

        foreach (var service in services.Where(service => service.Feed.Length == 0 && service.Assured?.AddDays(AssuranceDays) < today))
        {
            yield return new KnowledgeProblem("services", 0, "assured_date", $"'{service.Name}' was last checked on {service.Assured:yyyy-MM-dd}; people are told that it is overdue.", IsError: false);
        }
    }

    /// <summary>Words of other directories that stand for a topic which isn't there.</summary>
    public static IEnumerable<KnowledgeProblem> Terms(TopicTerms terms, ImmutableArray<Topic> topics) => topics.IsEmpty
        ? []
        : terms.Topics.Where(term => topics.All(topic => topic.Id != term)).Select(term => new KnowledgeProblem("services/topics.yaml", 0, term, $"There is no topic '{term}' in topics/."));

    public static IEnumerable<KnowledgeProblem> Of(ImmutableArray<Guide> guides, ImmutableArray<Service> services, ImmutableArray<Topic> topics)
    {
        if (topics.IsEmpty)
        {
            yield break;
        }

        var known = topics.Select(topic => topic.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (guide, topic) in guides.SelectMany(guide => guide.Topics.Where(topic => !known.Contains(topic)).Select(topic => (guide, topic))))
        {
            yield return new KnowledgeProblem($"guides/{guide.Id}.md", 0, "topics", $"There is no topic '{topic}' in topics/.");
        }

        foreach (var (service, topic) in services.SelectMany(service => service.Topics.Where(topic => !known.Contains(topic)).Select(topic => (service, topic))))
        {
            yield return new KnowledgeProblem("services", 0, "attributes", $"'{service.Name}' names the topic '{topic}', which is not in topics/.", IsError: service.Feed.Length == 0);
        }

        foreach (var topic in topics.Where(topic => topic.Guide is { } named && guides.All(guide => guide.Id != named)))
        {
            yield return new KnowledgeProblem($"topics/{topic.Id}.yaml", 0, "guide", $"There is no guide guides/{topic.Guide}.md.", IsError: false);
        }
    }
}
