using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>The Bot Framework events by which a contact centre's hub hears that a person is wanted, has come, and is done.</summary>
internal static class HandoffEvent
{
    /// <summary>A person is wanted.</summary>
    public const string Initiate = "handoff.initiate";

    /// <summary>What became of it.</summary>
    public const string Status = "handoff.status";

    /// <summary>The event that goes with a reply; null for most. It carries no words of the resident: who may have the context is given it by their own door.</summary>
    public static JsonObject? For(Reply reply, string conversationId) => reply.Phrase switch
    {
        PhraseIds.PersonInHours or PhraseIds.PersonOutOfHours => Event(Initiate, new JsonObject { ["reason"] = "person_asked_for", ["inHours"] = reply.Phrase == PhraseIds.PersonInHours, ["conversation"] = conversationId }),
        PhraseIds.OfficerJoined => Event(Status, new JsonObject { ["state"] = "accepted", ["conversation"] = conversationId }),
        PhraseIds.OfficerGaveBack or PhraseIds.OfficerWrappedUp => Event(Status, new JsonObject { ["state"] = "completed", ["conversation"] = conversationId }),
        PhraseIds.OfficerGone => Event(Status, new JsonObject { ["state"] = "failed", ["conversation"] = conversationId }),
        _ => null,
    };

    private static JsonObject Event(string name, JsonObject value) => new()
    {
        ["type"] = "event",
        ["name"] = name,
        ["from"] = new JsonObject { ["id"] = "assistant", ["role"] = "bot" },
        ["value"] = value,
    };
}
