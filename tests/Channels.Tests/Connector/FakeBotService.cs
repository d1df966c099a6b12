using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.Channels.Tests.Connector;

/// <summary>Azure Bot Service as a bot sees it: OpenID metadata, keys with endorsements, a token endpoint, and a service address that takes replies.</summary>
internal sealed class FakeBotService : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.example";
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentQueue<int> faults = new();

    private FakeBotService(WebApplication app) => this.app = app;

    public ConcurrentQueue<JsonObject> Replies { get; } = new();

    /// <summary>Times that the keys were asked for.</summary>
    public int KeysAsked { get; private set; }

    public string Address => app.Urls.First();

    public string ServiceUrl => $"{Address}/service/";

    public (string Name, string Value)[] Settings =>
    [
        ("Connector:AppId", AppId), ("Connector:Secret", "a secret of a test"), ("Connector:Issuer", Issuer), ("Connector:Metadata", $"{Address}/metadata"),
        ("Connector:TokenAddress", $"{Address}/token"), ("Connector:ServiceHosts:0", "127.0.0.1"),
    ];

    public static async Task<FakeBotService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var service = new FakeBotService(app);
        app.MapGet("/metadata", () => Results.Json(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{service.Address}/keys" }));
        app.MapGet("/keys", service.Keys);
        app.MapPost("/token", (Delegate)service.TokenAsync);
        app.MapPost("/service/v3/conversations/{id}/activities", service.TakeAsync);
        await app.StartAsync();
        return service;
    }

    /// <summary>The next replies are refused with these statuses.</summary>
    public void Fail(params int[] statuses)
    {
        foreach (var status in statuses)
        {
            faults.Enqueue(status);
        }
    }

    /// <summary>A token as the service makes it, or as somebody else would.</summary>
    public string Token(DateTimeOffset now, string audience = AppId, string issuer = Issuer, string? serviceUrl = null, RSA? signedBy = null, int minutes = 60, string? keyId = "one")
    {
        var claims = new ClaimsIdentity();
        if (serviceUrl != "")
        {
            claims.AddClaim(new Claim("serviceurl", serviceUrl ?? ServiceUrl));
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Subject = claims,
            NotBefore = now.UtcDateTime.AddMinutes(Math.Min(0, minutes) - 60),
            Expires = now.UtcDateTime.AddMinutes(minutes),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(signedBy ?? key) { KeyId = keyId }, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    /// <summary>A message as the service sends it.</summary>
    public JsonObject Message(string text, string id = "1", string conversation = "19:meeting@thread", string channel = "msteams") => new()
    {
        ["type"] = "message", ["id"] = id, ["text"] = text, ["serviceUrl"] = ServiceUrl, ["channelId"] = channel,
        ["conversation"] = new JsonObject { ["id"] = conversation }, ["from"] = new JsonObject { ["id"] = "29:ada", ["name"] = "Ada" }, ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Care" },
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        key.Dispose();
    }

    private IResult Keys()
    {
        KeysAsked++;
        var numbers = key.ExportParameters(false);
        return Results.Json(new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA", ["use"] = "sig", ["kid"] = "one", ["n"] = Base64UrlEncoder.Encode(numbers.Modulus), ["e"] = Base64UrlEncoder.Encode(numbers.Exponent), ["endorsements"] = new JsonArray("msteams", "telephony"),
            }),
        });
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        return form["grant_type"] == "client_credentials" && form["client_id"] == AppId && form["client_secret"] == "a secret of a test"
            ? Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = 3600, ["access_token"] = "the bot's own token" })
            : Results.Unauthorized();
    }

    private async Task<IResult> TakeAsync(HttpContext http, string id)
    {
        if (http.Request.Headers.Authorization != "Bearer the bot's own token")
        {
            return Results.Unauthorized();
        }

        if (faults.TryDequeue(out var fault))
        {
            return Results.StatusCode(fault);
        }

        var activity = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        activity["sentTo"] = id;
        Replies.Enqueue(activity);
        return Results.Json(new JsonObject { ["id"] = $"{Replies.Count}" }, statusCode: 201);
    }
}
