using TransformingLives.Knowledge.Content;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Reads <c>content/services/topics.yaml</c>: for each of our topics, the words that other directories use for it.</summary>
internal static class TopicTermFiles
{
    private const string File = "services/topics.yaml";

    /// <param name="folder">The folder <c>content/services</c>.</param>
    public static TopicTerms Load(string folder, List<KnowledgeProblem> problems)
    {
        var path = Path.Combine(folder, "topics.yaml");
        if (!System.IO.File.Exists(path))
        {
            return TopicTerms.None;
        }

        var written = YamlRecord.Read<Dictionary<string, List<string>>>(File, System.IO.File.ReadAllText(path), 1, problems);
        return written is null ? TopicTerms.None : new TopicTerms(written.SelectMany(topic => topic.Value.Select(words => (words, topic.Key))));
    }
}
