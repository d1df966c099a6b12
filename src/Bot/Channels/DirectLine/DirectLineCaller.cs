using System.Collections.Immutable;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Who calls.</summary>
/// <param name="ConversationId">The only conversation they may touch; null for who holds the secret.</param>
/// <param name="UserId">The user that the token speaks for; null when it names none.</param>
/// <param name="Origins">Web sites that the token may be used from; empty for any that is allowed.</param>
internal sealed record DirectLineCaller(string? ConversationId, string? UserId, ImmutableArray<string> Origins)
{
    /// <summary>Who holds the secret.</summary>
    public static DirectLineCaller WithSecret { get; } = new(null, null, []);

    /// <summary>Proved by the secret, not by a token.</summary>
    public bool HoldsSecret => ConversationId is null;

    /// <summary>The browser's page, if it is one, may use this token.</summary>
    public bool MayComeFrom(string origin) => origin.Length == 0 || Origins.IsEmpty || Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
