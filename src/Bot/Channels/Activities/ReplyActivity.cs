using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>A reply as a message activity: words in Markdown, buttons, cards, sources as citations, and what to say aloud.</summary>
internal static class ReplyActivity
{
    public static JsonObject Of(Reply reply)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = Words(reply),
            ["textFormat"] = "markdown",
            ["speak"] = ReplyText.Spoken(reply),
            ["inputHint"] = reply.Asks is not null || !reply.Actions.IsEmpty ? "expectingInput" : "acceptingInput",
        };
        if (reply.Stream is { } stream)
        {
            activity["channelData"] = new JsonObject { ["streamId"] = stream, ["streamType"] = "final" };
        }

        if (Citations.Entity(reply.Sources) is { } sources)
        {
            activity["entities"] = new JsonArray(sources);
        }

        if (ReplyCards.Of(reply) is { Count: > 0 } cards)
        {
            activity["attachmentLayout"] = "list";
            activity["attachments"] = cards;
        }

        if (!reply.Actions.IsEmpty)
        {
            activity["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray([.. reply.Actions.Select(Button)]) };
        }

        return activity;
    }

    // Numbers to ring stand in the words too: a client that shows no cards must not lose them.
    private static string Words(Reply reply)
    {
        var numbers = reply.Numbers.Select(number => $"**{number.Label} {number.Number}**{(number.Note.Length > 0 ? $" {number.Note}" : "")}");
        return string.Join("\n\n", [.. numbers, .. Cited(reply)]);
    }

    private static IEnumerable<string> Cited(Reply reply)
    {
        var marks = Citations.Marks(reply.Sources);
        if (reply.Text.Length > 0 || marks.Length > 0)
        {
            yield return $"{reply.Text}{(marks.Length > 0 && reply.Text.Length > 0 ? " " : "")}{marks}";
        }

        if (reply.Sources.Length > 0)
        {
            yield return Citations.Definitions(reply.Sources);
        }
    }

    private static JsonNode Button(SuggestedAction action) =>
        new JsonObject { ["type"] = "imBack", ["title"] = action.Label, ["value"] = action.Value };
}
