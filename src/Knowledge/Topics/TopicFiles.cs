using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using YamlDotNet.Serialization;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Reads <c>content/topics/*.yaml</c>.</summary>
internal static class TopicFiles
{
    public static ImmutableArray<Topic> Load(string folder, List<KnowledgeProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(new KnowledgeProblem("topics", 0, "", "This folder is missing: no question can be told from another."));
            return [];
        }

        return [.. Directory.EnumerateFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(path => Parse($"topics/{Path.GetFileName(path)}", File.ReadAllText(path), problems))
            .OfType<Topic>()];
    }

    /// <summary>One topic; null, with a problem, when it can't be used.</summary>
    public static Topic? Parse(string file, string text, List<KnowledgeProblem> problems)
    {
        if (YamlRecord.Read<TopicFile>(file, text, 1, problems) is not { } written)
        {
            return null;
        }

        if (written.Id != Path.GetFileNameWithoutExtension(file))
        {
            problems.Add(new KnowledgeProblem(file, YamlRecord.LineOf(text, "id", 1), "id", $"The id '{written.Id}' should be the name of the file."));
        }

        if (written.Asks.Count + written.Others.Sum(other => other.Asks.Count) < 5)
        {
            problems.Add(new KnowledgeProblem(file, YamlRecord.LineOf(text, "asks", 1), "asks", "A topic is learnt from example questions: five or more are needed, thirty are good.", IsError: false));
        }

        return new Topic(
            written.Id,
            written.Title,
            written.Guide,
            [.. written.Asks.Where(ask => !string.IsNullOrWhiteSpace(ask))],
            [.. written.Others.Select(other => new OtherBusiness(other.Id, other.Who, [.. other.Asks.Where(ask => !string.IsNullOrWhiteSpace(ask))]))]);
    }

    [YamlSerializable]
    internal sealed class TopicFile
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public string Description { get; init; } = "";

        public string? Guide { get; init; }

        public List<string> Asks { get; init; } = [];

        public List<OtherFile> Others { get; init; } = [];
    }

    [YamlSerializable]
    internal sealed class OtherFile
    {
        public required string Id { get; init; }

        public string? Who { get; init; }

        public List<string> Asks { get; init; } = [];
    }
}
