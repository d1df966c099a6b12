using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations;

/// <summary>What is sealed of conversations.</summary>
internal static class SealedConversations
{
    /// <summary>What is remembered.</summary>
    public static SealedTable States { get; } = new("conversations", ["id"], "id", Said, ["state"]) { Beside = (_, state, _) => [("facts", FactsOf(state))] };

    /// <summary>What was said, word by word.</summary>
    public static SealedTable Log { get; } = new("conversation_log", ["conversation_id", "sequence"], "conversation_id", Said, ["text", "reply", "activity"]);

    private const string Said = "0";

    /// <summary>Where the state of a conversation is.</summary>
    public static Place State(string conversationId) => States.PlaceOf("state", conversationId);

    /// <summary>Where something of a line of the log is.</summary>
    public static Place Line(string column, string conversationId, long sequence) => Log.PlaceOf(column, conversationId, sequence);

    // What is damaged stays damaged, and isn't counted.
    private static string? FactsOf(string state)
    {
        try
        {
            return ConversationJson.Facts(ConversationJson.ReadConversation(state));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
