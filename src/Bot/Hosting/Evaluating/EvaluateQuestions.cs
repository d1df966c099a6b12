using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>Whether first questions find the right topic, and what isn't ours is known for it.</summary>
internal static class EvaluateQuestions
{
    private const string OutOfScope = "out_of_scope";
    private const int Bins = 10;

    /// <param name="lines">A JSON object on each: id, text, topic, also, place.</param>
    public static Figures Run(IEnumerable<string> lines, KnowledgeBase knowledge, DateTimeOffset now)
    {
        var records = lines.Where(line => line.Length > 0).Select(line => Ask(JsonDocument.Parse(line).RootElement, knowledge, now)).ToList();
        var ours = records.Where(record => record.Topic != OutOfScope).ToList();
        var said = records.Where(record => record.Guesses[0] == OutOfScope).ToList();
        var precision = Figures.Share(said, record => record.Topic == OutOfScope);
        var recall = Figures.Share(records.Where(record => record.Topic == OutOfScope), record => record.Guesses[0] == OutOfScope);
        return new Figures(
            new JsonObject
            {
                ["n"] = records.Count,
                ["top1"] = Figures.Share(ours, record => record.Accepts(record.Guesses[0])),
                ["top1Strict"] = Figures.Share(ours, record => record.Guesses[0] == record.Topic),
                ["top3"] = Figures.Share(ours, record => record.Guesses.Take(3).Any(record.Accepts)),
                ["outOfScopePrecision"] = precision,
                ["outOfScopeRecall"] = recall,
                ["outOfScopeF1"] = precision + recall == 0 ? 0 : Math.Round(2 * precision * recall / (precision + recall), 4),
                ["placeAccuracy"] = Figures.Share(records, record => record.PlaceIsRight),
                ["calibrationError"] = CalibrationError(records),
            },
            [.. records.Where(record => !record.Accepts(record.Guesses[0]) || !record.PlaceIsRight).Select(record => new Miss(record.Id, record.Text, Described(record.Topic, record.Place), Described(string.Join(", ", record.Guesses.Take(3)), record.FoundPlace)))]);
    }

    private static Record Ask(JsonElement line, KnowledgeBase knowledge, DateTimeOffset now)
    {
        var text = line.GetProperty("text").GetString()!;
        var found = knowledge.Ask(new KnowledgeQuestion(text, null, now, []));
        string[] guesses = [.. found.IsOutOfScope ? [OutOfScope] : Array.Empty<string>(), .. found.Topics.Select(topic => topic.Id)];
        return new Record(
            line.GetProperty("id").GetString()!,
            text,
            line.GetProperty("topic").GetString()!,
            [.. line.GetProperty("also").EnumerateArray().Select(topic => topic.GetString()!)],
            line.TryGetProperty("place", out var place) ? place.GetString() : null,
            guesses.Length == 0 ? [OutOfScope] : guesses,
            found.Confidence,
            found.Place?.Matched);
    }

    /// <summary>Expected calibration error: how far confidence and truth are apart, over ten bins of equal width.</summary>
    private static double CalibrationError(List<Record> records) =>
        Math.Round(records
            .GroupBy(record => Math.Min(Bins - 1, (int)(record.Confidence * Bins)))
            .Sum(bin => Math.Abs(bin.Average(record => record.Confidence) - bin.Average(record => record.Accepts(record.Guesses[0]) ? 1.0 : 0.0)) * bin.Count() / records.Count), 4);

    private static string Described(string topics, string? place) => place is null ? topics : $"{topics} in {place}";

    private sealed record Record(string Id, string Text, string Topic, string[] Also, string? Place, string[] Guesses, double Confidence, string? FoundPlace)
    {
        public bool PlaceIsRight => string.Equals(Place, FoundPlace, StringComparison.OrdinalIgnoreCase);

        public bool Accepts(string topic) => topic == Topic || Also.Contains(topic);
    }
}
