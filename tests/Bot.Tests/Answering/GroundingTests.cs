using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Tests.Testing;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Tests.Answering;

/// <summary>Nothing is said about a service or an entitlement that isn't in its record.</summary>
public sealed partial class GroundingTests
{
    private const int EveryNth = 9;
    private static readonly Place Ely = new("Ely", 52.399, 0.262, "CB7", true, "East patch", null, "Ely");

    [Fact]
    public async Task Each_phone_number_price_address_and_time_of_an_answer_stands_in_its_source()
    {
        var knowledge = (await TestCouncil.RealContent.Value).Knowledge;
        var services = ServiceRecords();
        var checkedFacts = 0;
        var ungrounded = new List<string>();
        foreach (var ask in knowledge.ExampleQuestions.Where((_, index) => index % EveryNth == 0))
        {
            var answer = knowledge.Ask(new KnowledgeQuestion(ask.Text, Ely, new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero), []));
            if (answer.Passage is null && answer.Services.IsEmpty)
            {
                continue;
            }

            var source = Squeezed((answer.Passage is { } passage ? File.ReadAllText(Path.Combine(TestCouncil.Content, "guides", $"{passage.GuideId}.md")) : "") + string.Concat(answer.Services.Select(service => services[service.Id])));
            var facts = Facts(AnswerReply.For(answer)).ToList();
            checkedFacts += facts.Count;
            ungrounded.AddRange(facts.Where(fact => !source.Contains(Squeezed(fact), StringComparison.OrdinalIgnoreCase)).Select(fact => $"{ask.Text}: {fact}"));
        }

        Assert.True(checkedFacts > 1000, $"Only {checkedFacts} facts were looked at.");
        Assert.Empty(ungrounded.Distinct());
    }

    [Fact]
    public void A_price_that_nobody_wrote_would_be_found() =>
        Assert.Contains("£99", Facts(new Reply { Text = "It costs £99 a week." }));

    private static IEnumerable<string> Facts(Reply reply) =>
        new[] { reply.Text, reply.Short, reply.Spoken }.Concat(reply.Services.SelectMany(service => new[] { service.Description, service.Cost, service.Phone, service.Url })).SelectMany(text => Fact().Matches(text).Select(match => match.Value.TrimEnd('.', ',', '/')));

    private static Dictionary<string, string> ServiceRecords() => Directory
        .EnumerateFiles(Path.Combine(TestCouncil.Content, "services"), "*.json")
        .SelectMany(file => System.Text.Json.JsonDocument.Parse(File.ReadAllText(file)).RootElement is var root && root.ValueKind == System.Text.Json.JsonValueKind.Array ? root.EnumerateArray() : root.GetProperty("contents").EnumerateArray())
        .ToDictionary(record => record.GetProperty("id").GetString()!, record => string.Join(' ', Strings(record)));

    private static IEnumerable<string> Strings(System.Text.Json.JsonElement element) => element.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Strings(field.Value)),
        System.Text.Json.JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        System.Text.Json.JsonValueKind.String => [element.GetString()!],
        System.Text.Json.JsonValueKind.Number => [$"£{element.GetDecimal():0.00}", $"£{element.GetDecimal():0.##}"],
        _ => [],
    };

    // "01632 960 100" and "01632960100" are one number.
    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"£[0-9][0-9,.]*|https?://[^\s)""]+|\b0[0-9]{2,4} ?[0-9]{3,4} ?[0-9]{3,4}\b|\b116 ?123\b|\b[0-9]{1,2}(\.[0-9]{2})?(am|pm)\b")]
    private static partial Regex Fact();
}
