using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>
/// Makes and checks tokens: signed JSON Web Tokens, each for one conversation, one user, one purpose and a short time.
/// The key is drawn from the secret, so every node that knows the secret accepts them, and a changed secret ends them all.
/// </summary>
internal sealed class DirectLineTokens(DirectLineOptions options, TimeProvider clock)
{
    private const string Issuer = "transforming-lives";
    private static readonly TimeSpan ToOpenAStream = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToFetchAFile = TimeSpan.FromHours(12);
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey[] keys = [.. new[] { options.Secret, options.EarlierSecret }.Where(secret => secret.Length > 0).Select(Key)];
    private readonly byte[][] secrets = [.. new[] { options.Secret, options.EarlierSecret }.Where(secret => secret.Length > 0).Select(Digest)];

    /// <summary>How long a token lives, in seconds.</summary>
    public int LifetimeSeconds => options.TokenMinutes * 60;

    /// <summary>It is a secret of this council. Takes the same time whatever it is.</summary>
    public bool IsSecret(string given)
    {
        var digest = Digest(given);
        var isKnown = false;
        foreach (var secret in secrets)
        {
            isKnown |= CryptographicOperations.FixedTimeEquals(secret, digest);
        }

        return isKnown;
    }

    /// <summary>A token to use the conversation with.</summary>
    public string ForConversation(DirectLineCaller caller) => Make(TokenPurpose.Conversation, caller, "", TimeSpan.FromMinutes(options.TokenMinutes));

    /// <summary>A credential that stands in the address of a stream.</summary>
    public string ForStream(DirectLineCaller caller) => Make(TokenPurpose.Stream, caller, "", ToOpenAStream);

    /// <summary>A credential that stands in the address of a file.</summary>
    public string ForFile(string conversationId, string fileId) => Make(TokenPurpose.File, new DirectLineCaller(conversationId, null, []), fileId, ToFetchAFile);

    /// <summary>Checks a token: forged, foreign, for something else, or too old.</summary>
    public async Task<TokenCheck> CheckAsync(string token, TokenPurpose purpose)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = purpose.ToString(),
            IssuerSigningKeys = keys,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
        });
        if (result.IsValid && result.SecurityToken is JsonWebToken jwt && jwt.TryGetPayloadValue<string>("conv", out var conversationId))
        {
            _ = jwt.TryGetPayloadValue<string>("user", out var user);
            _ = jwt.TryGetPayloadValue<string>("file", out var file);
            return new TokenCheck.Good(new DirectLineCaller(conversationId, user, [.. jwt.Claims.Where(claim => claim.Type == "origin").Select(claim => claim.Value)]), file ?? "");
        }

        return result.Exception is SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException ? new TokenCheck.Expired() : new TokenCheck.Bad();
    }

    private string Make(TokenPurpose purpose, DirectLineCaller caller, string file, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var claims = new ClaimsIdentity([new Claim("conv", caller.ConversationId!), .. caller.Origins.Select(origin => new Claim("origin", origin))]);
        if (caller.UserId is { } user)
        {
            claims.AddClaim(new Claim("user", user));
        }

        if (file.Length > 0)
        {
            claims.AddClaim(new Claim("file", file));
        }

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = purpose.ToString(),
            Subject = claims,
            IssuedAt = now,
            Expires = now + lifetime,
            SigningCredentials = new SigningCredentials(keys[0], SecurityAlgorithms.HmacSha256),
        });
    }

    private static SymmetricSecurityKey Key(string secret) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "transforming-lives direct line tokens"u8.ToArray()));

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>What a token is for: one made for one thing opens no other.</summary>
internal enum TokenPurpose
{
    Conversation,
    Stream,
    File,
}

/// <summary>What became of checking a token.</summary>
internal abstract record TokenCheck
{
    private TokenCheck()
    {
    }

    /// <summary>Good, for this caller and, where it is for a file, this file.</summary>
    public sealed record Good(DirectLineCaller Caller, string FileId) : TokenCheck;

    /// <summary>It was good once.</summary>
    public sealed record Expired : TokenCheck;

    /// <summary>It never was.</summary>
    public sealed record Bad : TokenCheck;
}
