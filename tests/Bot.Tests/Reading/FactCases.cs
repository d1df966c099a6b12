using System.Globalization;
using System.Text.Json;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;

namespace TransformingLives.Bot.Tests.Reading;

/// <summary>Messages with what they say in passing: own ones, no line of which is anybody else's.</summary>
internal sealed record FactCase(string Text, Dictionary<string, string> Facts, Dictionary<string, string> Has, List<string> Not)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IEnumerable<FactCase> Read(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reading", file)).Select(line => JsonSerializer.Deserialize<FactCase>(line, Options)!);

    /// <summary>What was not read, or read and not said; empty when all is right.</summary>
    public IEnumerable<string> Wrong(DateOnly today)
    {
        var read = VolunteeredFacts.In(Text, today);
        foreach (var (fact, value) in Facts ?? [])
        {
            var found = read.Where(f => f.Fact == fact).Select(f => Shown(f.Value)).ToList();
            if (!found.Contains(value))
            {
                yield return $"“{Text}”: {fact} should be {value}, not {(found.Count == 0 ? "nothing" : string.Join(", ", found))}";
            }
        }

        foreach (var (fact, words) in Has ?? [])
        {
            if (!read.Any(f => f.Fact == fact && Shown(f.Value).Contains(words, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"“{Text}”: {fact} should have “{words}”";
            }
        }

        foreach (var fact in (Not ?? []).Where(fact => read.Any(f => f.Fact == fact)))
        {
            yield return $"“{Text}”: {fact} is not said, and read as {Shown(read.First(f => f.Fact == fact).Value)}";
        }
    }

    private static string Shown(AnswerValue value) => value switch
    {
        YesNoValue yes => yes.Yes ? "yes" : "no",
        ChoiceValue choice => choice.Option,
        TextValue text => text.Text,
        DateValue date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NumberValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        PhoneValue phone => phone.Digits,
        _ => value.ToString(),
    };
}
