using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Bytes to an activity of the Bot Framework schema. Unknown types and fields are kept; what cannot be stored is refused.</summary>
internal static class ReadActivity
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    public static ActivityReading From(ReadOnlySpan<byte> utf8)
    {
        try
        {
            // A name or a word in bytes that are no text is read only when it is looked at, and fails then.
            if (!Utf8.IsValid(utf8))
            {
                return new ActivityReading.Unreadable("BadSyntax", "The body is not UTF-8.");
            }

            return JsonNode.Parse(utf8, documentOptions: Strict) is JsonObject activity
                ? From(activity)
                : new ActivityReading.Unreadable("BadArgument", "An activity is a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Half a character, for instance, is well-formed JSON and no text.
            return new ActivityReading.Unreadable("BadSyntax", "The body is not JSON that can be kept.");
        }
    }

    /// <summary>A text field; empty when it is missing, null or no text.</summary>
    public static string Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";

    /// <summary>A field that is an object; null when it is anything else.</summary>
    public static JsonObject? Object(JsonNode? node) => node as JsonObject;

    private static ActivityReading From(JsonObject activity)
    {
        // Written and read once: a string that can't be written can't be stored either.
        _ = activity.ToJsonString();
        var type = Text(activity["type"]);
        if (type.Length == 0)
        {
            return new ActivityReading.Unreadable("MissingProperty", "An activity needs a type.");
        }

        // Only we say what we keep.
        foreach (var claimed in (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>().Where(one => Text(one["contentUrl"]).StartsWith(LogActivities.KeptAttachment, StringComparison.Ordinal)))
        {
            claimed.Remove("contentUrl");
        }

        var clientId = Text(Object(activity["channelData"])?["clientActivityID"]);
        return new ActivityReading.Read(activity, type, Said(activity), clientId.Length > 0 ? clientId : null);
    }

    // A button may carry its meaning in "value", and a card gives back what its author put in: we put "text".
    private static string Said(JsonObject activity)
    {
        var text = Text(activity["text"]);
        if (text.Length > 0)
        {
            return text;
        }

        return activity["value"] is JsonObject value ? Text(value["text"]) : Text(activity["value"]);
    }
}
