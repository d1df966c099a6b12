using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>An activity from outside becomes a message: what only the channel may set is set here.</summary>
internal static class Arriving
{
    private static readonly string[] SetByTheChannel = ["id", "timestamp", "serviceUrl", "callerId", "conversation", "channelId", "recipient"];

    /// <param name="userId">Whom the credential speaks for; null leaves who the activity says it is from.</param>
    public static IncomingMessage From(string conversationId, string? userId, ActivityReading.Read activity, string channel, DateTimeOffset now)
    {
        foreach (var field in SetByTheChannel)
        {
            activity.Json.Remove(field);
        }

        // Nobody posts as the assistant.
        if (activity.Json["from"] is not JsonObject from)
        {
            activity.Json["from"] = from = [];
        }

        from["id"] = userId ?? (ReadActivity.Text(from["id"]) is { Length: > 0 } said ? said : "resident");
        from["role"] = "user";
        return new IncomingMessage(conversationId, Key(activity.ClientId), channel, activity.Text, now) 
        {
            Activity = activity.Json.ToJsonString(),
            Files = [.. Files(activity.Json)],
        };
    }

    private static IEnumerable<string> Files(JsonObject activity) => (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>()
        .Where(attachment => ReadActivity.Text(attachment["contentUrl"]).StartsWith(LogActivities.KeptAttachment, StringComparison.Ordinal))
        .Select(attachment => ReadActivity.Text(attachment["name"]));

    // Any length of id, from anybody: a digest is a key of one length.
    private static string Key(string? clientId) => clientId is null
        ? ConversationId.New()
        : $"client:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId)).AsSpan(0, 16))}";
}
