using System.Collections.Immutable;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Tells texts of several kinds apart by their words, and by signals that others have noticed in them. The same lessons give the same classifier.</summary>
public sealed class TextClassifier
{
    private const int Epochs = 12;
    private const float Decay = 1e-5f;
    private const float MeaningWeight = 1f;

    private readonly TextLessons lessons;
    private readonly SoftmaxModel model;
    private readonly Func<string, float[]>? meaning;

    private TextClassifier(TextLessons lessons, SoftmaxModel model, Func<string, float[]>? meaning)
    {
        this.lessons = lessons;
        this.model = model;
        this.meaning = meaning;
    }

    /// <summary>Learns from lessons.</summary>
    /// <param name="lessons">Texts whose kind is known.</param>
    /// <param name="learning">Gives the vectors of the lessons; null to go by words alone.</param>
    /// <param name="meaning">Gives the vector of any text; null to go by words alone.</param>
    public static TextClassifier Learn(TextLessons lessons, Func<string, float[]>? learning = null, Func<string, float[]>? meaning = null)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        var examples = lessons.All.Select(lesson => new SoftmaxModel.Example(WithMeaning(lessons, lesson.Words, lesson.Lesson.Text, learning), lesson.Lesson.Label, lesson.Lesson.Weight)).ToArray();
        return new TextClassifier(lessons, SoftmaxModel.Train(examples, lessons.Count + (learning is null ? 0 : SentenceModel.Dimensions), lessons.Labels, Epochs, Decay), meaning);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, over the same lessons.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static TextClassifier Read(TextLessons lessons, BinaryReader reader, Func<string, float[]>? meaning)
    {
        ArgumentNullException.ThrowIfNull(lessons);
        ArgumentNullException.ThrowIfNull(reader);
        return new TextClassifier(lessons, SoftmaxModel.Read(reader, lessons.Count + (meaning is null ? 0 : SentenceModel.Dimensions), lessons.Labels), meaning);
    }

    /// <summary>Keeps what was learnt.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        model.Write(writer);
    }

    /// <summary>How likely each kind is, 0 to 1, in the order of the kinds; together they make 1. All 0 when nothing in the text is known.</summary>
    public float[] Likelihoods(string text, ImmutableArray<string> noticed)
    {
        var known = WithMeaning(lessons, lessons.WordsOf(text, noticed), text, meaning);
        if (known.Length == 0)
        {
            return new float[lessons.Labels];
        }

        var scores = model.Scores(known);
        SoftmaxModel.Probabilities(scores, 1f);
        return scores;
    }

    private static (int Number, float Value)[] WithMeaning(TextLessons lessons, WordFeatures words, string text, Func<string, float[]>? meaning) =>
        meaning is null || !words.HasWords
            ? words.All
            : [.. words.All, .. meaning(text).Select((value, index) => (lessons.Count + index, value * MeaningWeight))];
}
