using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TransformingLives.Channels.Tests.Sms;

/// <summary>Twilio's messages as their documentation has them: basic authorization, a form with To, Body and From, an answer with 201; and every way of failing.</summary>
internal sealed class FakeTwilio : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> faults = new();

    private FakeTwilio(WebApplication app) => this.app = app;

    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Sent { get; } = new();

    public string Address => app.Urls.First();

    public static async Task<FakeTwilio> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        var twilio = new FakeTwilio(app);
        app.MapPost("/2010-04-01/Accounts/{account}/Messages.json", twilio.CreateAsync);
        app.MapGet("/2010-04-01/Accounts/{account}/Messages.json", twilio.List);
        await app.StartAsync();
        return twilio;
    }

    /// <summary>The next requests fail: "429", "503", "21610", or "cut", which sends and then ends the line without a word.</summary>
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

    private async Task CreateAsync(HttpContext http)
    {
        _ = faults.TryDequeue(out var fault);
        if (fault is "429" or "503" or "21610")
        {
            http.Response.StatusCode = fault == "21610" ? 400 : int.Parse(fault);
            await http.Response.WriteAsync($$"""{"code":{{fault}},"message":"no","more_info":"","status":400}""");
            return;
        }

        var form = (await http.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Basic ", StringComparison.Ordinal) || form["To"][0] != '+' || form["Body"].Length is 0 or > 1600 || form["From"].Length == 0)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync("""{"code":21604,"message":"missing","status":400}""");
            return;
        }

        Sent.Enqueue(form);
        if (fault == "cut")
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync($$"""{"sid":"SM{{Sent.Count:00000}}","status":"queued","num_segments":"1","error_code":null}""");
    }

    private IResult List(HttpContext http) => Results.Json(new JsonObject
    {
        ["messages"] = new JsonArray([.. Sent.Select((form, at) => (JsonNode)new JsonObject { ["sid"] = $"SM{at + 1:00000}", ["body"] = form["Body"], ["to"] = form["To"] })]),
    });
}
