using System.Text.Json.Nodes;
using TransformingLives.Bot.LanguageModel.Wording;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>A draft as Web Chat's livestreaming has it: typing activities of one stream, which the final message takes the place of. It stands in no log and moves no watermark.</summary>
internal static class DraftActivity
{
    public static JsonObject SetOf(WordingDraft draft, string conversationId, DateTimeOffset now) => new()
    {
        ["activities"] = new JsonArray(new JsonObject
        {
            ["type"] = "typing",
            ["id"] = draft.Number == 1 ? draft.Stream : $"{draft.Stream}.{draft.Number}",
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["channelId"] = ConversationEndpoints.Channel,
            ["conversation"] = new JsonObject { ["id"] = conversationId },
            ["from"] = new JsonObject { ["id"] = "assistant", ["role"] = "bot" },
            ["text"] = draft.Text,
            ["textFormat"] = "markdown",
            ["channelData"] = Data(draft),
        }),
    };

    // The first one gives the stream its id; the others name it.
    private static JsonObject Data(WordingDraft draft)
    {
        var data = new JsonObject { ["streamSequence"] = draft.Number, ["streamType"] = "streaming" };
        if (draft.Number > 1)
        {
            data["streamId"] = draft.Stream;
        }

        return data;
    }
}
