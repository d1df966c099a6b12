using System.Text.Json.Nodes;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Channels.Activities;

/// <summary>The Bot Framework event by which a contact centre's hub hears that a person is wanted.</summary>
internal static class HandoffEvent
{
    /// <summary><c>handoff.initiate</c> for the reply that says a person is coming; null for any other. It carries no words of the resident.</summary>
    public static JsonObject? For(Reply reply, string conversationId) => reply.Phrase is PhraseIds.PersonInHours or PhraseIds.PersonOutOfHours
        ? new JsonObject
        {
            ["type"] = "event",
            ["name"] = "handoff.initiate",
            ["from"] = new JsonObject { ["id"] = "assistant", ["role"] = "bot" },
            ["value"] = new JsonObject { ["reason"] = "person_asked_for", ["inHours"] = reply.Phrase == PhraseIds.PersonInHours, ["conversation"] = conversationId },
        }
        : null;
}
