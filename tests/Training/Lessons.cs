using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace TransformingLives.Training;

/// <summary>All that the model is taught: <c>content/safety/lessons/</c> and the example questions of <c>content/topics/</c>.</summary>
internal sealed record Lessons(ImmutableArray<Lesson> All, ImmutableArray<string> Topics)
{
    public const int NoDanger = 5;

    /// <summary>The files of lessons, in the order of the numbers; the last one is none.</summary>
    public static readonly ImmutableArray<string> Dangers = ["emergency_999", "suicide_self_harm", "safeguarding", "carer_breakdown", "urgent_care_need", "none"];

    private const string OutOfScope = "out_of_scope";
    private const int LongestAside = 90;

    /// <summary>Ordinary questions, such as stand before or after a danger in one message.</summary>
    public ImmutableArray<string> Asides { get; } =
        [.. All.Where(lesson => lesson is { Danger: NoDanger, Topic: { } topic } && Topics[topic] != OutOfScope && lesson.Text.Length < LongestAside).Select(lesson => lesson.Text)];

    public static Lessons Read(string content)
    {
        var safety = Path.Combine(content, "safety");
        var dangers = Dangers.SelectMany((name, number) => File.ReadLines(Path.Combine(safety, "lessons", $"{name}.txt"))
            .Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => new Lesson(line.Trim(), number, null)));
        var open = Items(Root(Path.Combine(safety, "lessons.yaml")), "dangerous_topics").Select(node => node.ToString()).ToHashSet(StringComparer.Ordinal);
        var topics = Directory.GetFiles(Path.Combine(content, "topics"), "*.yaml").Order(StringComparer.Ordinal).Select(Root).ToImmutableArray();
        ImmutableArray<string> names = [.. topics.Select(topic => topic["id"].ToString())];
        var questions = topics.SelectMany((topic, number) => Items(topic, "asks")
            .Concat(Items(topic, "others").SelectMany(other => Items((YamlMappingNode)other, "asks")))
            .Select(ask => new Lesson(ask.ToString(), open.Contains(names[number]) ? null : NoDanger, number)));
        return new Lessons([.. dangers.Concat(questions).DistinctBy(lesson => lesson.Text)], names);
    }

    private static YamlMappingNode Root(string file)
    {
        using var reader = new StreamReader(file);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var items) ? (YamlSequenceNode)items : [];
}
