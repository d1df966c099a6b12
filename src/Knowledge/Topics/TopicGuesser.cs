using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Topics;

/// <summary>Tells which topics a message may be about. Learnt from the topics' example questions and from the guides.</summary>
internal sealed class TopicGuesser
{
    private const int Epochs = 12;
    private const float Decay = 1e-5f;

    private readonly ImmutableArray<Subject> subjects;
    private readonly Features features;
    private readonly SoftmaxModel model;
    private readonly float temperature;

    private TopicGuesser(ImmutableArray<Subject> subjects, Features features, SoftmaxModel model, float temperature)
    {
        this.subjects = subjects;
        this.features = features;
        this.model = model;
        this.temperature = temperature;
    }

    /// <summary>Learns from examples. How sure it may be is learnt from a fifth of them that it did not see.</summary>
    public static TopicGuesser Train(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples)
    {
        var apart = examples.Where((example, index) => index % 5 == 4 && example.Weight >= 1f).ToArray();
        var trial = Fit(subjects, [.. examples.Except(apart)], 1f);
        return Fit(subjects, examples, trial.BestTemperature(apart));
    }

    /// <summary>Every topic with its likelihood, likeliest first; the parts of "out of scope" are one topic.</summary>
    public TopicGuesses Guess(string text)
    {
        var scores = model.Scores(features.Of(text));
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

        return new TopicGuesses([.. likelihood.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, pair.Value))], other?.Who);
    }

    private static TopicGuesser Fit(ImmutableArray<Subject> subjects, IReadOnlyList<TopicExample> examples, float temperature)
    {
        var features = Features.From(examples.Select(example => example.Text));
        var lines = examples.Select(example => new SoftmaxModel.Example(features.Of(example.Text), example.Subject, example.Weight)).Where(example => example.Features.Length > 0).ToArray();
        return new TopicGuesser(subjects, features, SoftmaxModel.Train(lines, features.Count, subjects.Length, Epochs, Decay), temperature);
    }

    private float BestTemperature(IReadOnlyList<TopicExample> apart)
    {
        var scored = apart.Select(example => (Scores: model.Scores(features.Of(example.Text)), example.Subject)).ToArray();
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
internal sealed record TopicGuesses(ImmutableArray<(string Id, double Likelihood)> Topics, string? Who);
