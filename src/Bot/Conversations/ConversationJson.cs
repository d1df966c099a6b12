using System.Text.Json;
using System.Text.Json.Serialization;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Conversations;

/// <summary>How conversations and replies are written down.</summary>
internal static class ConversationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, Options);

    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, Options);

    public static Conversation ReadConversation(string json) =>
        JsonSerializer.Deserialize<Conversation>(json, Options) ?? throw new JsonException("A stored conversation is empty.");

    public static Reply? ReadReply(string? json) => json is null ? null : JsonSerializer.Deserialize<Reply>(json, Options);
}
