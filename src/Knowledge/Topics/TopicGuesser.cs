using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge.Meaning;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Tells which topics a message may be about. Learnt from the topics' example questions and from the guides.</summary>
internal sealed class TopicGuesser
{
    /// <summary>Raised when learning changes.</summary>
    private const string Layout = "topics 2";

    private const int Epochs = 8;
    private const float Decay = 1e-5f;
    private const float MeaningWeight = 1.5f;

    /// <summary>Example questions are written to be unlike each other; real ones are plainer. Measured on first questions (docs/figures.md).</summary>
    private const float RealQuestionsArePlainer = 0.6f;

    private readonly ImmutableArray<Subject> subjects;
    private readonly Features features;
    private readonly SoftmaxModel model;
    private readonly float temperature;
    private readonly SubjectCentres? centres;

    private readonly Func<string, float[]>? meaning;

    private TopicGuesser(ImmutableArray<Subject> subjects, Features features, SoftmaxModel model, float temperature, SubjectCentres? centres, Func<string, float[]>? meaning)
    {
        this.centres = centres;
        this.meaning = meaning;
        this.subjects = subjects;
        this.features = features;
        this.model = model;
        this.temperature = temperature;
    }

    /// <summary>Learns from examples. How sure it may be is learnt from a fifth of them that it did not see.</summary>
    /// <param name="learning">Gives the vectors of the examples; null to go by words alone.</param>
    /// <param name="meaning">Gives the vector of a message; null to go by words alone.</param>
    public static TopicGuesser Train(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples, Func<string, float[]>? learning, Func<string, float[]>? meaning)
    {
        var apart = examples.Where((example, index) => index % 5 == 4 && example.Weight >= 1f).ToArray();
        var trial = Fit(subjects, [.. examples.Except(apart)], 1f, null, learning, learning);
        var centres = learning is null ? null : SubjectCentres.Of(subjects.Length, examples, learning);
        return Fit(subjects, examples, trial.BestTemperature(apart) * RealQuestionsArePlainer, centres, learning, meaning);
    }

    /// <summary>The key of what is learnt from these examples, see <see cref="LearntFiles"/>.</summary>
    public static string Key(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples) =>
        LearntFiles.Key(Layout, [.. subjects.Select(subject => subject.Topic), .. examples.Select(example => string.Create(CultureInfo.InvariantCulture, $"{example.Subject} {example.Weight} {example.Text}"))]);

    /// <summary>Reads what <see cref="Write"/> wrote, over the same subjects.</summary>
    /// <exception cref="EndOfStreamException">It was cut off.</exception>
    public static TopicGuesser Read(ImmutableArray<Subject> subjects, Func<string, float[]> meaning, BinaryReader reader)
    {
        var temperature = reader.ReadSingle();
        var features = Features.Read(reader);
        return new TopicGuesser(subjects, features, SoftmaxModel.Read(reader, features.Count + SentenceModel.Dimensions, subjects.Length), temperature, SubjectCentres.Read(reader, subjects.Length), meaning);
    }

    /// <summary>Keeps what was learnt.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(temperature);
        features.Write(writer);
        model.Write(writer);
        centres?.Write(writer);
    }

    /// <summary>Every topic with its likelihood, likeliest first; the parts of "out of scope" are one topic.</summary>
    public TopicGuesses Guess(string text)
    {
        var vector = meaning?.Invoke(text);
        var scores = model.Scores(Of(features, text, vector));
        SoftmaxModel.Probabilities(scores, temperature);
        var likelihood = new Dictionary<string, double>(StringComparer.Ordinal);
        Subject? other = null;
        var otherScore = 0f;
        for (var k = 0; k < scores.Length; k++)
        {
            var subject = subjects[k];
            likelihood[subject.Topic] = likelihood.GetValueOrDefault(subject.Topic) + scores[k];
            if (subject.Topic == Topic.OutOfScope && scores[k] > otherScore)
            {
                (other, otherScore) = (subject, scores[k]);
            }
        }

        ImmutableArray<(string Id, double Likelihood)> topics = [.. likelihood.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value))];
        return new TopicGuesses(topics, other?.Who) { Nearness = vector is null ? null : centres?.Nearness(vector, LikeliestOf(topics[0].Id, scores)), Foreseen = centres?.Foreseen ?? 0 };
    }

    private int LikeliestOf(string topic, float[] scores) =>
        Enumerable.Range(0, subjects.Length).Where(subject => subjects[subject].Topic == topic).MaxBy(subject => scores[subject]);

    private static TopicGuesser Fit(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples, float temperature, SubjectCentres? centres, Func<string, float[]>? learning, Func<string, float[]>? meaning)
    {
        var features = Features.From(examples.Select(example => example.Text));
        var lines = examples.Select(example => new SoftmaxModel.Example(Of(features, example.Text, learning?.Invoke(example.Text)), example.Subject, example.Weight)).Where(example => example.Features.Length > 0).ToArray();
        return new TopicGuesser(subjects, features, SoftmaxModel.Train(lines, features.Count + SentenceModel.Dimensions, subjects.Length, Epochs, Decay), temperature, centres, meaning);
    }

    // Words and meaning side by side: the numbers of the vector are features after those of the words.
    private static (int Number, float Value)[] Of(Features features, string text, float[]? vector)
    {
        var words = features.Of(text);
        return vector is null ? words : [.. words, .. vector.Select((value, index) => (features.Count + index, value * MeaningWeight))];
    }

    private float BestTemperature(IReadOnlyList<TopicExample> apart)
    {
        var scored = apart.Select(example => (Scores: model.Scores(Of(features, example.Text, meaning?.Invoke(example.Text))), example.Subject)).ToArray();
        return Enumerable.Range(2, 29).Select(step => step / 10f).MinBy(candidate => scored.Sum(pair =>
        {
            var probabilities = (float[])pair.Scores.Clone();
            SoftmaxModel.Probabilities(probabilities, candidate);
            return -Math.Log(Math.Max(1e-9, probabilities[pair.Subject]));
        }));
    }
}

/// <summary>What the model tells apart: a topic, or one of the things that are out of scope.</summary>
/// <param name="Topic">Id of the topic.</param>
/// <param name="Who">Who deals with it, for something out of scope.</param>
internal sealed record Subject(string Topic, string? Who);

/// <summary>An example question.</summary>
/// <param name="Text">The words.</param>
/// <param name="Subject">Number of its subject.</param>
/// <param name="Weight">1 for a question; less for a passage of a guide.</param>
internal sealed record TopicExample(string Text, int Subject, float Weight);

/// <summary>Topics with their likelihood.</summary>
/// <param name="Topics">Likeliest first.</param>
/// <param name="Who">Who deals with it, should it be out of scope.</param>
internal sealed record TopicGuesses(ImmutableArray<(string Id, double Likelihood)> Topics, string? Who)
{
    /// <summary>Cosine of the message with the middle of what the first topic was learnt from; null without the sentence model.</summary>
    public double? Nearness { get; init; }

    /// <summary>Nearly all example questions are at least as near to the middle of theirs.</summary>
    public double Foreseen { get; init; }

    /// <summary>How sure one may be of the first topic. It puts messages in order: what nobody foresaw comes last.</summary>
    public double Sureness => Nearness is { } near ? SubjectCentres.Sureness(Topics[0].Likelihood, near) : Topics[0].Likelihood;

    /// <summary>What the likelihood of a topic is worth: all of it for a message such as the examples, less for one that is farther off than they.</summary>
    public double Confidence(double likelihood) => Nearness is { } near && near < Foreseen ? likelihood * Math.Max(0, near) / Foreseen : likelihood;
}
