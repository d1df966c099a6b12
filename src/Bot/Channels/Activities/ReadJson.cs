using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Bytes from outside to JSON that can be kept.</summary>
internal static class ReadJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The object; null when it is none, or holds what can't be stored, such as half a character.</summary>
    public static JsonObject? Object(ReadOnlySpan<byte> utf8)
    {
        try
        {
            // A name or a word in bytes that are no text is read only when it is looked at, and fails then.
            if (!Utf8.IsValid(utf8) || JsonNode.Parse(utf8, documentOptions: Strict) is not JsonObject json)
            {
                return null;
            }

            _ = json.ToJsonString();
            return json;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
