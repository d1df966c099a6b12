using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TransformingLives.Knowledge.Topics;

namespace TransformingLives.Benchmarks.Knowledge;

/// <summary>CLINC150 (arXiv 1909.02027): 150 intents, and questions that are none of them. Does it know when it does not know?</summary>
internal static class Clinc150
{
    /// <summary>Every third test row, as in the baselines given with the set.</summary>
    private const int Step = 3;

    public static void Run(string folder, BenchmarkMeaning meaning)
    {
        var data = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "data_full.json"))).RootElement;
        var train = Rows(data, "train");
        var intents = train.Select(row => row.Intent).Distinct().Order(StringComparer.Ordinal).ToList();
        ImmutableArray<Subject> subjects = [.. intents.Select(intent => new Subject(intent, null))];
        var examples = train.Select(row => new TopicExample(row.Text, intents.IndexOf(row.Intent), 1f)).ToArray();
        var guesser = TopicGuesser.Train(subjects, examples, meaning.Of, meaning.Of);

        var inside = Thinned(Rows(data, "test")).Select(row => (row.Intent, Guess: guesser.Guess(row.Text))).ToList();
        var outside = Thinned(Rows(data, "oos_test")).Select(row => guesser.Guess(row.Text)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"CLINC150, {inside.Count} in scope, {outside.Count} out: accuracy {inside.Average(row => row.Guess.Topics[0].Id == row.Intent ? 1.0 : 0):0.000}, out-of-scope AUROC {Area(guess => guess.Sureness):0.000}, by likelihood alone {Area(guess => guess.Topics[0].Likelihood):0.000}"));

        double Area(Func<TopicGuesses, double> sureness) => Auroc([.. inside.Select(row => sureness(row.Guess))], [.. outside.Select(sureness)]);
    }

    private static List<(string Text, string Intent)> Rows(JsonElement data, string part) =>
        [.. data.GetProperty(part).EnumerateArray().Select(row => (row[0].GetString()!, row[1].GetString()!))];

    private static IEnumerable<T> Thinned<T>(List<T> rows) => rows.Where((_, index) => index % Step == 0);

    // The share of pairs in which the question in scope is the surer one.
    private static double Auroc(double[] inside, List<double> outside) =>
        outside.Average(other => inside.Average(own => own > other ? 1.0 : own == other ? 0.5 : 0));
}
