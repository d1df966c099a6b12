using System.Text.Json.Serialization;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>A conversation as Direct Line gives it. Fields that are null are left out.</summary>
internal sealed record DirectLineConversation(string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

/// <summary>An activity was stored.</summary>
internal sealed record DirectLineStored(string Id);

/// <summary>A refusal.</summary>
internal sealed record DirectLineError(DirectLineErrorBody Error);

/// <summary>Why: a code that stays as it is, and words that may change.</summary>
internal sealed record DirectLineErrorBody(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DirectLineConversation))]
[JsonSerializable(typeof(DirectLineStored))]
[JsonSerializable(typeof(DirectLineError))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
