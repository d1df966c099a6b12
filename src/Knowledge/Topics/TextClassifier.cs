using System.Collections.Immutable;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Tells texts of several kinds apart by their words, and by signals that others have noticed in them. The same lessons give the same classifier.</summary>
public sealed class TextClassifier
{
    private const int Epochs = 12;
    private const float Decay = 1e-5f;
    private const float SignalWeight = 0.6f;
    private const float MeaningWeight = 1f;

    private readonly Features features;
    private readonly ImmutableDictionary<string, int> signals;
    private readonly SoftmaxModel model;
    private readonly int labels;
    private readonly Func<string, float[]>? meaning;

    private TextClassifier(Features features, ImmutableDictionary<string, int> signals, SoftmaxModel model, int labels, Func<string, float[]>? meaning)
    {
        this.meaning = meaning;
        this.features = features;
        this.signals = signals;
        this.model = model;
        this.labels = labels;
    }

    /// <summary>Learns from lessons.</summary>
    /// <param name="labels">How many kinds there are.</param>
    /// <param name="lessons">Texts whose kind is known.</param>
    /// <param name="learning">Gives the vectors of the lessons; null to go by words alone.</param>
    /// <param name="meaning">Gives the vector of any text; null to go by words alone.</param>
    public static TextClassifier Learn(int labels, IReadOnlyList<TextLesson> lessons, Func<string, float[]>? learning = null, Func<string, float[]>? meaning = null)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var features = Features.From(lessons.Select(lesson => lesson.Text));
        var signals = lessons.SelectMany(lesson => lesson.Signals).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((name, index) => KeyValuePair.Create(name, features.Count + index)).ToImmutableDictionary(StringComparer.Ordinal);
        var examples = lessons.Select(lesson => new SoftmaxModel.Example(Of(lesson.Text, lesson.Signals, features, signals, learning), lesson.Label, lesson.Weight)).ToArray();
        return new TextClassifier(features, signals, SoftmaxModel.Train(examples, features.Count + signals.Count + (learning is null ? 0 : SentenceModel.Dimensions), labels, Epochs, Decay), labels, meaning);
    }

    /// <summary>How likely each kind is, 0 to 1, in the order of the kinds; together they make 1. All 0 when nothing in the text is known.</summary>
    public float[] Likelihoods(string text, ImmutableArray<string> noticed)
    {
        var known = Of(text, noticed, features, signals, meaning);
        if (known.Length == 0)
        {
            return new float[labels];
        }

        var scores = model.Scores(known);
        SoftmaxModel.Probabilities(scores, 1f);
        return scores;
    }

    private static (int Number, float Value)[] Of(string text, ImmutableArray<string> noticed, Features features, ImmutableDictionary<string, int> signals, Func<string, float[]>? meaning)
    {
        var words = features.Of(text);
        var seen = noticed.Where(signals.ContainsKey).Select(name => (signals[name], SignalWeight));
        return meaning is null || words.Length == 0
            ? [.. words, .. seen]
            : [.. words, .. seen, .. meaning(text).Select((value, index) => (features.Count + signals.Count + index, value * MeaningWeight))];
    }
}

/// <summary>A text whose kind is known.</summary>
/// <param name="Text">The words.</param>
/// <param name="Signals">What others have noticed in it.</param>
/// <param name="Label">Number of its kind.</param>
/// <param name="Weight">How much it counts; 1 for a whole lesson.</param>
public sealed record TextLesson(string Text, ImmutableArray<string> Signals, int Label, float Weight);
