using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TransformingLives.Channels.Tests.Notify;

/// <summary>GOV.UK Notify's API as its documentation has it: tokens signed with the key's secret, a text for a template, the list by reference; and its ways of failing.</summary>
internal sealed class FakeNotify : IAsyncDisposable
{
    public const string Service = "11111111-1111-1111-1111-111111111111";
    public const string Template = "33333333-3333-3333-3333-333333333333";
    public const string ApiKey = $"care-{Service}-22222222-2222-2222-2222-222222222222";
    public const string Callback = "a-token-only-for-these-tests";
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> faults = new();

    private FakeNotify(WebApplication app) => this.app = app;

    /// <summary>What was asked to be sent, with the id that it has.</summary>
    public ConcurrentQueue<JsonObject> Sent { get; } = new();

    public string Address => app.Urls.First();

    public (string Name, string Value)[] Settings =>
        [("GovukNotify:ApiKey", ApiKey), ("GovukNotify:TemplateId", Template), ("GovukNotify:CallbackToken", Callback), ("GovukNotify:BaseAddress", Address)];

    public static async Task<FakeNotify> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var notify = new FakeNotify(app);
        app.MapPost("/v2/notifications/sms", notify.SendAsync);
        app.MapGet("/v2/notifications", (Delegate)notify.ListAsync);
        await app.StartAsync();
        return notify;
    }

    /// <summary>The next requests fail: "429", "500", "400", or "cut", which sends and then ends the line without a word.</summary>
    public void Fail(params string[] next)
    {
        foreach (var fault in next)
        {
            faults.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task SendAsync(HttpContext http)
    {
        if (!await IsSignedAsync(http))
        {
            await RefuseAsync(http, 403, "AuthError");
            return;
        }

        _ = faults.TryDequeue(out var fault);
        if (fault is "429" or "500" or "400")
        {
            await RefuseAsync(http, int.Parse(fault), fault == "429" ? "RateLimitError" : fault == "400" ? "ValidationError" : "Exception");
            return;
        }

        var wanted = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        if ((string?)wanted["template_id"] != Template || string.IsNullOrEmpty((string?)wanted["personalisation"]?["body"]) || ((string?)wanted["phone_number"])?.StartsWith("+44", StringComparison.Ordinal) != true)
        {
            await RefuseAsync(http, 400, "BadRequestError");
            return;
        }

        var id = Guid.NewGuid().ToString();
        wanted["id"] = id;
        Sent.Enqueue(wanted);
        if (fault == "cut")
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = 201;
        await http.Response.WriteAsync(new JsonObject
        {
            ["id"] = id, ["reference"] = (string?)wanted["reference"], ["content"] = new JsonObject { ["body"] = (string?)wanted["personalisation"]!["body"], ["from_number"] = "GOVUK" },
            ["uri"] = $"{Address}/v2/notifications/{id}", ["template"] = new JsonObject { ["id"] = Template, ["version"] = 1, ["uri"] = $"{Address}/v2/template/{Template}" },
        }.ToJsonString());
    }

    private async Task<IResult> ListAsync(HttpContext http) => await IsSignedAsync(http)
        ? Results.Json(new JsonObject
        {
            ["notifications"] = new JsonArray([.. Sent.Where(sent => (string?)sent["reference"] == http.Request.Query["reference"]).Select(sent => (JsonNode)new JsonObject { ["id"] = (string?)sent["id"], ["reference"] = (string?)sent["reference"] })]),
            ["links"] = new JsonObject(),
        })
        : Results.StatusCode(403);

    private static async Task<bool> IsSignedAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            return false;
        }

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(header["Bearer ".Length..], new TokenValidationParameters
        {
            ValidIssuer = Service, ValidateAudience = false, ValidateLifetime = false, RequireExpirationTime = false,
            IssuerSigningKey = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ApiKey[^36..])), ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        });
        return result.IsValid && result.Claims.ContainsKey("iat");
    }

    private static Task RefuseAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync($$"""{"status_code":{{status}},"errors":[{"error":"{{error}}","message":"no"}]}""");
    }
}
