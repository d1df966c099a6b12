using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Texts whose kind is known, looked at word by word once for all that learn from them.</summary>
public sealed class TextLessons
{
    private const float SignalWeight = 0.6f;

    private readonly Features features;
    private readonly ImmutableDictionary<string, int> signals;

    private TextLessons(int labels, Features features, IEnumerable<string> signals, IReadOnlyList<TextLesson> lessons)
    {
        Labels = labels;
        this.features = features;
        this.signals = signals.Select((name, index) => KeyValuePair.Create(name, features.Count + index)).ToImmutableDictionary(StringComparer.Ordinal);
        All = [.. lessons.AsParallel().AsOrdered().Select(lesson => (lesson, WordsOf(lesson.Text, lesson.Signals)))];
    }

    /// <summary>How many kinds there are.</summary>
    public int Labels { get; }

    /// <summary>How many features there are of words and signals.</summary>
    internal int Count => features.Count + signals.Count;

    internal ImmutableArray<(TextLesson Lesson, WordFeatures Words)> All { get; }

    /// <summary>Looks at lessons.</summary>
    /// <param name="labels">How many kinds there are.</param>
    /// <param name="lessons">Texts whose kind is known.</param>
    public static TextLessons Of(int labels, IReadOnlyList<TextLesson> lessons)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var features = Features.From(lessons.Select(lesson => lesson.Text));
        return new TextLessons(labels, features, lessons.SelectMany(lesson => lesson.Signals).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), lessons);
    }

    /// <summary>Reads what <see cref="Write"/> wrote: what the lessons were made of, without the lessons.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static TextLessons Read(int labels, BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var features = Features.Read(reader);
        var signals = new string[reader.ReadInt32()];
        for (var number = 0; number < signals.Length; number++)
        {
            signals[number] = reader.ReadString();
        }

        return new TextLessons(labels, features, signals, []);
    }

    /// <summary>Keeps what the lessons are made of.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        features.Write(writer);
        writer.Write(signals.Count);
        foreach (var (name, _) in signals.OrderBy(pair => pair.Value))
        {
            writer.Write(name);
        }
    }

    /// <summary>What any text is made of, as far as the lessons know it.</summary>
    internal WordFeatures WordsOf(string text, ImmutableArray<string> noticed)
    {
        var words = features.Of(text);
        return new WordFeatures([.. words, .. noticed.Where(signals.ContainsKey).Select(name => (signals[name], SignalWeight))], words.Length > 0);
    }
}

/// <summary>A text whose kind is known.</summary>
/// <param name="Text">The words.</param>
/// <param name="Signals">What others have noticed in it.</param>
/// <param name="Label">Number of its kind.</param>
/// <param name="Weight">How much it counts; 1 for a whole lesson.</param>
public sealed record TextLesson(string Text, ImmutableArray<string> Signals, int Label, float Weight);

/// <summary>What a text is made of.</summary>
/// <param name="All">Its words, and the signals noticed in it.</param>
/// <param name="HasWords">Whether any of its words is known.</param>
internal readonly record struct WordFeatures((int Number, float Value)[] All, bool HasWords);
