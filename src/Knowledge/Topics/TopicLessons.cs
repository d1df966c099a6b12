using System.Collections.Immutable;
using TransformingLives.Knowledge.Guides;

namespace TransformingLives.Knowledge.Topics;

/// <summary>What there is to learn topics from: their example questions, and the words of their guides.</summary>
internal static class TopicLessons
{
    private const float GuideWeight = 0.3f;

    /// <param name="read">Puts words that mean the same as one.</param>
    public static (ImmutableArray<Subject> Subjects, ImmutableArray<TopicExample> Examples) From(ImmutableArray<Topic> topics, ImmutableArray<Guide> guides, Func<string, string> read)
    {
        var subjects = ImmutableArray.CreateBuilder<Subject>();
        var examples = ImmutableArray.CreateBuilder<TopicExample>();
        foreach (var topic in topics)
        {
            if (topic.Asks.Length > 0)
            {
                var passages = guides.Where(guide => guide.Topics[0] == topic.Id).SelectMany(Passages);
                examples.AddRange(topic.Asks.Select(ask => new TopicExample(read(ask), subjects.Count, 1f)));
                examples.AddRange(passages.Select(passage => new TopicExample(read(passage), subjects.Count, GuideWeight)));
                subjects.Add(new Subject(topic.Id, null));
            }

            foreach (var other in topic.Others)
            {
                examples.AddRange(other.Asks.Select(ask => new TopicExample(read(ask), subjects.Count, 1f)));
                subjects.Add(new Subject(topic.Id, other.Who));
            }
        }

        return (subjects.ToImmutable(), examples.ToImmutable());
    }

    private static IEnumerable<string> Passages(Guide guide) =>
        [guide.Title, guide.Summary, .. guide.Body.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => $"{guide.Title} {line[3..]}")];
}
