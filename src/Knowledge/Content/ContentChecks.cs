using System.Collections.Immutable;
using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Knowledge.Content;

/// <summary>What can only be seen when all files are there: topics and guides that name each other.</summary>
internal static class ContentChecks
{
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
