using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Replies;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Evaluating;

/// <summary>The facts of an answer that somebody acts on (telephone numbers, prices, web addresses, opening times) and whether they stand in the records it was made from.</summary>
/// <param name="guides">The folder of guides.</param>
/// <param name="services">The text of each service's record by its id.</param>
internal sealed partial class AnswerFacts(string guides, FrozenDictionary<string, string> services)
{
    /// <summary>Over the content of a council, as its files say it.</summary>
    public static AnswerFacts Of(string content) => new(
        Path.Combine(content, "guides"),
        Directory.EnumerateFiles(Path.Combine(content, "services"), "*.json").SelectMany(Records).ToFrozenDictionary(record => record.GetProperty("id").GetString()!, record => string.Join(' ', Strings(record)), StringComparer.Ordinal));

    /// <summary>The facts in a reply and its cards, as they are written.</summary>
    public static IEnumerable<string> In(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new[] { reply.Text, reply.Short, reply.Spoken }
            .Concat(reply.Services.SelectMany(service => new[] { service.Description, service.When, service.Cost, service.Phone, service.Url }))
            .SelectMany(text => Fact().Matches(text).Select(match => match.Value.TrimEnd('.', ',', '/')));
    }

    /// <summary>Those facts of a reply that none of its records has. A service that came with a feed is held against what was taken from the feed, and is passed over here.</summary>
    public IEnumerable<string> NotInRecords(KnowledgeAnswer answer, Reply reply)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(reply);
        var own = reply with { Services = reply.Services.RemoveAll(service => !services.ContainsKey(service.Id)) };
        var records = Squeezed((answer.Passage is { } passage ? File.ReadAllText(Path.Combine(guides, $"{passage.GuideId}.md")) : "") + ' ' + string.Join(' ', own.Services.Select(service => services[service.Id])));
        return In(own).Where(fact => !Stands(fact, records));
    }

    private static bool Stands(string fact, string records) =>
        records.Contains(Squeezed(fact), StringComparison.OrdinalIgnoreCase) || AsClock(fact) is { } clock && records.Contains(clock, StringComparison.Ordinal);

    // "10.30am" stands in a record as "10:30".
    private static string? AsClock(string fact)
    {
        var written = fact.Replace(" ", "", StringComparison.Ordinal).Replace('.', ':');
        return written is "12noon" ? "12:00"
            : written is "12midnight" ? "00:00"
            : DateTime.TryParseExact(written, ["h:mmtt", "htt"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : null;
    }

    private static IEnumerable<JsonElement> Records(string file)
    {
        var root = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        return root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : root.GetProperty("contents").EnumerateArray();
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Strings(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Number => [string.Create(CultureInfo.InvariantCulture, $"£{element.GetDecimal():0.00}"), string.Create(CultureInfo.InvariantCulture, $"£{element.GetDecimal():0.##}")],
        _ => [],
    };

    // "01632 960 100" and "01632960100" are one number.
    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"£[0-9][0-9,.]*|https?://[^\s)""]+|\b0[0-9]{2,4} ?[0-9]{3,4} ?[0-9]{3,4}\b|\b116 ?123\b|\b[0-9]{1,2}(\.[0-9]{2})?(am|pm)\b|\b12 (noon|midnight)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();
}
