using System.Security.Cryptography;

namespace TransformingLives.Bot.Conversations;

/// <summary>Ids of conversations: 128 random bits, so that nobody can guess another's.</summary>
public static class ConversationId
{
    /// <summary>A new id: 32 lower-case hexadecimal digits.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>It has the shape of an id.</summary>
    public static bool IsValid(string? id) => id is { Length: 32 } && id.All(char.IsAsciiHexDigitLower);
}
