using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Checks the token of an activity as the protocol says: issuer, key and its endorsements, algorithm, audience, lifetime, service address (Bot Connector authentication, "Authenticate requests from the Bot Connector service").</summary>
internal sealed class ConnectorAuthorization(ConnectorOptions options, ConnectorKeys keys, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Somebody whom the issuer vouches for sent it: the token, or null.</summary>
    public async Task<VouchedFor?> CheckAsync(string header, CancellationToken cancellationToken)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length > LongestToken || Read(header[Scheme.Length..].Trim()) is not { } token
            || token.Issuer != options.Issuer || string.IsNullOrEmpty(token.Kid) || await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var result = await handler.ValidateTokenAsync(token.EncodedToken, new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.AppId,
            IssuerSigningKey = key.Key,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until + Skew > now && (from is null || from - Skew <= now),
        });
        return result.IsValid && token.TryGetPayloadValue<string>("serviceurl", out var service) ? new VouchedFor(key, service) : null;
    }

    private JsonWebToken? Read(string token)
    {
        try
        {
            return handler.CanReadToken(token) ? handler.ReadJsonWebToken(token) : null;
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenMalformedException or System.Text.Json.JsonException)
        {
            return null;
        }
    }
}

/// <summary>What a good token vouches for.</summary>
/// <param name="Key">The key it was signed with.</param>
/// <param name="ServiceUrl">Where replies go.</param>
internal sealed record VouchedFor(ConnectorKey Key, string ServiceUrl)
{
    /// <summary>It vouches for this very activity: its service address, and its channel.</summary>
    public bool Holds(string serviceUrl, string channelId) =>
        serviceUrl.Length > 0 && string.Equals(ServiceUrl, serviceUrl, StringComparison.OrdinalIgnoreCase) && channelId.Length > 0 && Key.Endorsements.Contains(channelId);
}
