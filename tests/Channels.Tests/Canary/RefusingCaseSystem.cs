using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>A FHIR server that takes nothing, and repeats all that it was sent when it says why.</summary>
internal sealed class RefusingCaseSystem : IAsyncDisposable
{
    private readonly WebApplication app;

    private RefusingCaseSystem(WebApplication app) => this.app = app;

    /// <summary>What it was sent last.</summary>
    public string Sent { get; private set; } = "";

    public (string Name, string Value)[] Settings => [("Fhir:BaseAddress", $"{app.Urls.First()}/fhir"), ("Fhir:BearerToken", "a-token-only-for-these-tests")];

    public static async Task<RefusingCaseSystem> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var system = new RefusingCaseSystem(builder.Build());
        system.app.MapFallback((Delegate)system.RefuseAsync);
        await system.app.StartAsync();
        return system;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> RefuseAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        Sent = body.Length > 0 ? body : Sent;
        return Results.Json(
            new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(new JsonObject { ["severity"] = "error", ["diagnostics"] = CanaryPerson.Says("not this one:") + body }) },
            contentType: "application/fhir+json",
            statusCode: 422);
    }
}
