using System.Collections.Immutable;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Adaptive Cards, version 1.3: the newest that all of Microsoft's clients draw.</summary>
internal static class AdaptiveCard
{
    public static JsonObject Of(JsonObject content)
    {
        content["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json";
        content["type"] = "AdaptiveCard";
        content["version"] = "1.3";
        return new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = content };
    }

    /// <summary>Rows under their headings, and a way to change each answer that can be changed.</summary>
    public static JsonObject Summary(ImmutableArray<SummaryRow> rows)
    {
        var body = new JsonArray();
        foreach (var group in rows.GroupBy(row => row.Group))
        {
            if (group.Key.Length > 0)
            {
                body.Add(Heading(group.Key));
            }

            body.Add(Facts(group.Select(row => (row.Label, row.Value))));
        }

        var changes = rows.Where(row => row.ChangeQuestion.Length > 0)
            .Select(row => (JsonNode)new JsonObject { ["type"] = "Action.Submit", ["title"] = $"Change {row.Label}", ["data"] = new JsonObject { ["text"] = $"change {row.ChangeQuestion.Replace('_', ' ')}" } });
        return new JsonObject { ["body"] = body, ["actions"] = new JsonArray([.. changes]) };
    }

    /// <summary>A heading that unfolds.</summary>
    public static JsonObject Unfolding(Detail detail)
    {
        var words = detail.Markdown.Length > 0 ? detail.Markdown : string.Join('\n', detail.Lines.Select(line => $"- {line}"));
        return new JsonObject
        {
            ["body"] = new JsonArray(),
            ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "Action.ShowCard",
                ["title"] = detail.Title,
                ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray(Text(words)) },
            }),
        };
    }

    public static JsonObject Heading(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["weight"] = "Bolder", ["size"] = "Medium", ["wrap"] = true, ["style"] = "heading" };

    public static JsonObject Text(string text) => new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };

    public static JsonObject Facts(IEnumerable<(string Label, string Value)> facts) => new()
    {
        ["type"] = "FactSet",
        ["facts"] = new JsonArray([.. facts.Where(fact => fact.Value.Length > 0).Select(fact => (JsonNode)new JsonObject { ["title"] = fact.Label, ["value"] = fact.Value })]),
    };
}
