using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Knowledge.Topics;

/// <summary>What was learnt from the topics, kept beside the index, so that the next start is quick.</summary>
internal sealed class TopicModelFile(string folder)
{
    /// <summary>Raised when learning changes.</summary>
    private const string Layout = "1";

    private readonly string path = Path.Combine(folder, "topics.model");

    /// <summary>What was learnt from the very same examples; null when there is none, or it can't be read.</summary>
    public TopicGuesser? Read(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples, Func<string, float[]> meaning)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(File.OpenRead(path));
            return reader.ReadString() == Key(examples) ? TopicGuesser.Restore(subjects, examples, meaning, reader) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    public void Write(TopicGuesser learnt, IReadOnlyList<TopicExample> examples)
    {
        Directory.CreateDirectory(folder);
        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new BinaryWriter(File.Create(aside)))
        {
            writer.Write(Key(examples));
            learnt.Write(writer);
        }

        File.Move(aside, path, overwrite: true);
    }

    private static string Key(IReadOnlyList<TopicExample> examples) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Layout + string.Join('\n', examples.Select(example => $"{example.Subject} {example.Weight} {example.Text}")))));
}
