using System.Collections.Immutable;
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

    /// <summary>What figures are counted from: ids of the content and the name of a team, no words of anybody.</summary>
    public static string Facts(Conversation conversation) => JsonSerializer.Serialize(
        new CountedFacts(conversation.Topics, conversation.Forms, conversation.Finished, conversation.OpenQuestion, conversation.Place?.Patch is { } patch ? new CountedPlace(patch) : null), Options);

    public static string Write(Reply reply) => JsonSerializer.Serialize(reply, Options);

    public static Conversation ReadConversation(string json) =>
        JsonSerializer.Deserialize<Conversation>(json, Options) ?? throw new JsonException("A stored conversation is empty.");

    public static Reply? ReadReply(string? json) => json is null ? null : JsonSerializer.Deserialize<Reply>(json, Options);

    private sealed record CountedFacts(ImmutableArray<string> Topics, ImmutableArray<string> Forms, ImmutableArray<string> Finished, string? OpenQuestion, CountedPlace? Place);

    private sealed record CountedPlace(string Patch);
}
