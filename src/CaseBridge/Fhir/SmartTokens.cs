using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TransformingLives.CaseBridge.Delivery;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>Access tokens by SMART backend services: client credentials with an assertion signed by our key (HL7 SMART App Launch 2.1, "Backend Services").</summary>
internal sealed class SmartTokens(IHttpClientFactory clients, IOptions<FhirOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);
    private readonly HeldToken held = new(Early, clock);

    /// <summary>A token that is good for some time yet.</summary>
    /// <param name="refused">A token that the server has just refused: another is fetched; null for none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<string> TokenAsync(string? refused, CancellationToken cancellationToken) => held.GetAsync(FetchAsync, refused, cancellationToken);

    public void Dispose() => held.Dispose();

    private async Task<(string Token, TimeSpan Life)> FetchAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = settings.Scope,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = await AssertionAsync(settings, cancellationToken),
        });
        using var client = clients.CreateClient(nameof(SmartTokens));
        using var response = await client.PostAsync(settings.TokenAddress, form, cancellationToken);
        response.EnsureSuccessStatusCode();
        var token = await response.Content.ReadFromJsonAsync(SmartJson.Default.SmartToken, cancellationToken) ?? throw new HttpRequestException("The token answer is empty.");
        return (token.AccessToken, TimeSpan.FromSeconds(token.ExpiresIn));
    }

    private async Task<string> AssertionAsync(FhirOptions settings, CancellationToken cancellationToken)
    {
        var pem = await File.ReadAllTextAsync(settings.KeyFile!, cancellationToken);
        using var rsa = RSA.Create();
        using var curve = ECDsa.Create();
        SecurityKey key;
        string algorithm;
        if (TryImport(rsa, pem))
        {
            (key, algorithm) = (new RsaSecurityKey(rsa), SecurityAlgorithms.RsaSha384);
        }
        else
        {
            curve.ImportFromPem(pem);
            (key, algorithm) = (new ECDsaSecurityKey(curve), SecurityAlgorithms.EcdsaSha384);
        }

        key.KeyId = settings.KeyId;
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId,
            Audience = settings.TokenAddress!.ToString(),
            Subject = new ClaimsIdentity([new Claim("sub", settings.ClientId!), new Claim("jti", Guid.NewGuid().ToString("N"))]),
            Expires = now.AddMinutes(4),
            SigningCredentials = new SigningCredentials(key, algorithm) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    private static bool TryImport(RSA rsa, string pem)
    {
        try
        {
            rsa.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>The answer of a token endpoint (RFC 6749, 5.1).</summary>
internal sealed record SmartToken(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>How it is read.</summary>
[JsonSerializable(typeof(SmartToken))]
internal sealed partial class SmartJson : JsonSerializerContext;
