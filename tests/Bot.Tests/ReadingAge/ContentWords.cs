using TransformingLives.Bot.Hosting;
using YamlDotNet.RepresentationModel;

namespace TransformingLives.Bot.Tests.ReadingAge;

/// <summary>All that residents read of <c>content/</c>, file by file.</summary>
internal static class ContentWords
{
    /// <summary>Fields that hold words for residents; ids, patterns, examples and sources don't.</summary>
    private static readonly HashSet<string> Fields =
        ["say", "short", "spoken", "ask", "simpler", "why", "label", "intro", "reason", "text", "summary", "next_steps", "sms", "title", "privacy", "note", "lead", "then", "follow_up"];

    private static readonly string[] Folders = ["forms", "replies", "triage", "ras", "pages", "guides"];

    public static IEnumerable<(string File, IReadOnlyList<string> Sentences)> All()
    {
        var root = Bot.Hosting.Folders.Find(null, Path.GetTempPath()).Content;
        foreach (var path in Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.*")).Append(Path.Combine(root, "safety", "responses.yaml")).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            IReadOnlyList<string> sentences = [.. (path.EndsWith(".md", StringComparison.Ordinal) ? Markdown(text) : Yaml(text)).SelectMany(Readability.Sentences)];
            yield return (Path.GetRelativePath(root, path).Replace('\\', '/'), sentences);
        }
    }

    private static IEnumerable<string> Markdown(string text)
    {
        var parts = text.Split("\n---\n", 2);
        return text.StartsWith("---\n", StringComparison.Ordinal) ? [.. Yaml(parts[0][4..]), parts[1]] : [text];
    }

    private static IEnumerable<string> Yaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents.SelectMany(document => Words(document.RootNode, isWords: false));
    }

    private static IEnumerable<string> Words(YamlNode node, bool isWords) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Where(child => child.Key is not YamlScalarNode { Value: "sources" }).SelectMany(child => Words(child.Value, Fields.Contains(((YamlScalarNode)child.Key).Value ?? ""))),
        YamlSequenceNode list => list.SelectMany(item => Words(item, isWords)),
        YamlScalarNode { Value: { Length: > 0 } value } when isWords => [value],
        _ => [],
    };
}
