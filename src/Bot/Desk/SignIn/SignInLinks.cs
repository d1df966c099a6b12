using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>One-time sign-in links for development: each works once, for fifteen minutes.</summary>
internal sealed class SignInLinks(TimeProvider clock)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, DateTimeOffset> open = new(StringComparer.Ordinal);

    /// <summary>A new link's secret.</summary>
    public string Make()
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        open[secret] = clock.GetUtcNow() + Lasts;
        return secret;
    }

    /// <summary>Uses a link up; false when it was never made, was used before, or is too old.</summary>
    public bool TryUse(string secret) => open.TryRemove(secret, out var until) && clock.GetUtcNow() <= until;
}
