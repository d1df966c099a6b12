using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using TransformingLives.Bot.Conversations;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>Entries of a log as activities, for whoever speaks Bot Framework.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ChannelId"><c>directline</c>, or the channel of the connector.</param>
/// <param name="UserId">Id of the resident, for entries that came by another channel.</param>
/// <param name="AssistantName">How the assistant is called.</param>
/// <param name="LinkTo">Makes the address under which an attachment that we keep can be fetched.</param>
internal sealed record LogActivities(string ConversationId, string ChannelId, string UserId, string AssistantName, Func<string, string> LinkTo)
{
    /// <summary>Begins the address of an attachment that we keep, in a stored activity.</summary>
    public const string KeptAttachment = "kept:";

    /// <summary>The entries in order. A reply names the message that it answers, when that is among them.</summary>
    public JsonArray Of(ImmutableArray<LogEntry> log)
    {
        var activities = new JsonArray();
        string? answered = null;
        foreach (var entry in log)
        {
            var activity = entry.Who is Speaker.Resident or Speaker.Client ? Incoming(entry) : Outgoing(entry, answered);
            activities.Add(activity);
            answered = entry.Who == Speaker.Resident ? Id(entry) : answered;
            if (entry.Reply is { } reply && HandoffEvent.For(reply, ConversationId) is { } handoff)
            {
                activities.Add(Stamp(handoff, entry, $"{Id(entry)}.1"));
            }
        }

        return activities;
    }

    private JsonObject Incoming(LogEntry entry)
    {
        var activity = entry.Activity is { } stored
            ? JsonNode.Parse(stored)!.AsObject()
            : new JsonObject { ["type"] = "message", ["text"] = entry.Text, ["textFormat"] = "plain", ["from"] = new JsonObject { ["id"] = UserId, ["role"] = "user" } };
        foreach (var attachment in (activity["attachments"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (ReadActivity.Text(attachment["contentUrl"]) is var url && url.StartsWith(KeptAttachment, StringComparison.Ordinal))
            {
                attachment["contentUrl"] = LinkTo(url[KeptAttachment.Length..]);
            }
        }

        return Stamp(activity, entry, Id(entry));
    }

    private JsonObject Outgoing(LogEntry entry, string? answered)
    {
        var activity = entry.Reply is { } reply ? ReplyActivity.Of(reply) : new JsonObject { ["type"] = "message", ["text"] = entry.Text, ["textFormat"] = "plain" };
        activity["from"] = entry.Who == Speaker.Officer
            ? new JsonObject { ["id"] = "officer", ["name"] = entry.By ?? "Council officer", ["role"] = "bot" }
            : new JsonObject { ["id"] = "assistant", ["name"] = AssistantName, ["role"] = "bot" };
        if (answered is not null)
        {
            activity["replyToId"] = answered;
        }

        return Stamp(activity, entry, Id(entry));
    }

    // What the channel sets and no client may. Entries of one turn share a time, so the sequence orders them.
    private JsonObject Stamp(JsonObject activity, LogEntry entry, string id)
    {
        activity["id"] = id;
        activity["timestamp"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        activity["channelId"] = ChannelId;
        activity["conversation"] = new JsonObject { ["id"] = ConversationId };
        activity["channelData"] ??= new JsonObject();
        if (activity["channelData"] is JsonObject data)
        {
            data["webchat:sequence-id"] = entry.Sequence;
        }

        return activity;
    }

    private string Id(LogEntry entry) => ActivityId.Of(ConversationId, entry.Sequence);
}
