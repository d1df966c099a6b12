using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>Whether answers are read right; a wrong value is worse than asking again.</summary>
internal static class EvaluateAnswers
{
    /// <param name="lines">A JSON object on each: id, question, kind, options, text, value.</param>
    /// <param name="today">The day from which "last Tuesday" is counted.</param>
    public static Figures Run(IEnumerable<string> lines, DateOnly today)
    {
        var records = lines.Where(line => line.Length > 0).Select(line => Read(JsonDocument.Parse(line).RootElement, today)).ToList();
        var byKind = new JsonObject();
        foreach (var group in records.GroupBy(record => record.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            byKind[group.Key] = Shares([.. group]);
        }

        var all = Shares(records);
        return new Figures(
            new JsonObject { ["n"] = records.Count, ["accuracy"] = all["accuracy"]!.DeepClone(), ["wrongValueRate"] = all["wrongValueRate"]!.DeepClone(), ["needlessReaskRate"] = all["needlessReaskRate"]!.DeepClone(), ["byKind"] = byKind },
            [.. records.Where(record => !record.IsRight).OrderBy(record => record.Got is null).Select(record => new Miss(record.Id, $"{record.Kind} \"{record.Question}\" \"{record.Text}\"", record.Expected ?? "null", record.Got ?? "null"))]);
    }

    private static JsonObject Shares(List<Record> records) => new()
    {
        ["accuracy"] = Figures.Share(records, record => record.IsRight),
        ["wrongValueRate"] = Figures.Share(records, record => record.Got is not null && !record.IsRight),
        ["needlessReaskRate"] = Figures.Share(records, record => record.Expected is not null && record.Got is null),
    };

    private static Record Read(JsonElement line, DateOnly today)
    {
        var (asked, text, kind) = (line.GetProperty("question").GetString()!, line.GetProperty("text").GetString()!, line.GetProperty("kind").GetString()!);
        var question = new Question
        {
            Id = "evaluated",
            Section = "",
            Kind = Enum.GetValues<AnswerKind>().Single(known => JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) == kind),
            Ask = asked,
            Label = asked,
            Why = "",
            Options = line.TryGetProperty("options", out var options) && options.ValueKind == JsonValueKind.Array ? [.. options.EnumerateArray().Select(option => new AnswerOption(option.GetString()!, option.GetString()!, []))] : [],
        };
        var reading = ReadMessage.For(text, new ReadingContext { OpenQuestion = question, Today = today });
        var value = reading.Answer is AnswerReading.Value read ? read.Of : null;
        var expected = line.GetProperty("value");
        return new Record(line.GetProperty("id").GetString()!, asked, text, kind, Shown(expected), value is null ? null : Shown(value), IsSame(expected, value));
    }

    private static bool IsSame(JsonElement expected, AnswerValue? got) => (expected.ValueKind, got) switch
    {
        (JsonValueKind.Null, null) => true,
        (JsonValueKind.True or JsonValueKind.False, YesNoValue yes) => expected.GetBoolean() == yes.Yes,
        (JsonValueKind.Number, NumberValue number) => expected.GetDecimal() == number.Number,
        (JsonValueKind.String, ChoiceValue choice) => expected.GetString() == choice.Option,
        (JsonValueKind.String, DateValue date) => expected.GetString() == date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (JsonValueKind.String, PhoneValue phone) => expected.GetString() == phone.Digits,
        (JsonValueKind.String, TextValue words) => string.Equals(expected.GetString(), words.Text, StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.Object, MoneyValue money) => expected.GetProperty("amount").GetDecimal() == money.Amount && (expected.GetProperty("per").GetString() == money.Per || money.Amount == 0),
        (JsonValueKind.Object, FrequencyValue often) => SameRate(expected, often),
        _ => false,
    };

    private static bool SameRate(JsonElement expected, FrequencyValue got)
    {
        var want = Rate(expected.GetProperty("times").GetDouble(), expected.GetProperty("every").GetDouble(), expected.GetProperty("unit").GetString()!);
        var have = Rate((double)got.Times, (double)got.Every, got.Unit);
        return want == 0 ? have == 0 : Math.Abs(have / want - 1) <= 0.02;
    }

    private static double Rate(double times, double every, string unit) => times / (every * unit switch { "day" => 1, "week" => 7, "month" => 30.4375, _ => 365.25 });

    private static string? Shown(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.ToString();

    private static string Shown(AnswerValue value) => value switch
    {
        YesNoValue yes => yes.Yes ? "True" : "False",
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        ChoiceValue choice => choice.Option,
        DateValue date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PhoneValue phone => phone.Digits,
        TextValue words => words.Text,
        _ => value.ToString(),
    };

    private sealed record Record(string Id, string Question, string Text, string Kind, string? Expected, string? Got, bool IsRight);
}
