using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Sources as Web Chat shows them: a mark in the words, a Markdown definition, and schema.org Claim entities.</summary>
internal static class Citations
{
    /// <summary>"[1] [2]"; empty without sources.</summary>
    public static string Marks(ImmutableArray<Source> sources) => string.Join(' ', sources.Select((_, at) => $"[{Number(at)}]"));

    /// <summary>Where each mark leads: an address, or <c>cite:1</c> when there is none.</summary>
    public static string Definitions(ImmutableArray<Source> sources) =>
        string.Join('\n', sources.Select((source, at) => $"[{Number(at)}]: {source.Url ?? $"cite:{Number(at)}"} \"{source.Title.Replace('"', '\'')}\""));

    /// <summary>The schema.org Message entity; null without sources.</summary>
    public static JsonObject? Entity(ImmutableArray<Source> sources) => sources.IsEmpty ? null : new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Message",
        ["@id"] = "",
        ["type"] = "https://schema.org/Message",
        ["citation"] = new JsonArray([.. sources.Select(Claim)]),
    };

    private static JsonNode Claim(Source source, int at)
    {
        var document = new JsonObject { ["@type"] = "DigitalDocument", ["name"] = source.Title, ["abstract"] = Abstract(source) };
        if (source.Url is { } url)
        {
            document["url"] = url;
        }

        return new JsonObject { ["@type"] = "Claim", ["@id"] = source.Url ?? $"cite:{Number(at)}", ["position"] = at + 1, ["appearance"] = document };
    }

    private static string Abstract(Source source) => source.Checked is { } day
        ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Checked on {day:d MMMM yyyy}{(source.IsOverdue ? "; due to be checked again" : "")}.")
        : "Not checked yet.";

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
