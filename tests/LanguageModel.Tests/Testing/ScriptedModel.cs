using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace TransformingLives.LanguageModel.Tests.Testing;

/// <summary>A server that speaks OpenAI's protocol and says what a test tells it to.</summary>
internal sealed class ScriptedModel : IAsyncDisposable
{
    private readonly WebApplication app;

    private ScriptedModel(WebApplication app) => this.app = app;

    /// <summary>What it answers.</summary>
    public Func<Asked, Scripted> Answers { get; set; } = _ => Scripted.Lines();

    /// <summary>Every request as it came, headers and body.</summary>
    public ConcurrentQueue<Asked> Heard { get; } = new();

    public Uri Endpoint => new($"{app.Urls.First()}/v1");

    public static async Task<ScriptedModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var model = new ScriptedModel(builder.Build());
        model.app.MapPost("/v1/chat/completions", model.AnswerAsync);
        await model.app.StartAsync();
        return model;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var asked = new Asked(body, string.Join('\n', http.Request.Headers.Select(header => $"{header.Key}: {header.Value}")));
        Heard.Enqueue(asked);
        var answer = Answers(asked);
        http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        try
        {
            await answer.WriteAsync(http);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The council stopped listening.
        }
    }
}

/// <summary>A request to the model.</summary>
internal sealed record Asked(string Body, string Headers)
{
    private readonly Lazy<JsonNode> json = new(() => JsonNode.Parse(Body)!);

    /// <summary>The instructions.</summary>
    public string System => Message("system");

    /// <summary>The data.</summary>
    public string User => Message("user");

    /// <summary>What stands between two brackets of the data.</summary>
    public string Part(string name)
    {
        var (from, to) = (User.IndexOf($"<{name}>", StringComparison.Ordinal), User.IndexOf($"</{name}>", StringComparison.Ordinal));
        return from < 0 ? "" : User[(from + name.Length + 2)..to].Trim();
    }

    /// <summary>The numbered sentences.</summary>
    public IReadOnlyDictionary<int, string> Sentences => Part("sentences").Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(": ", 2)).ToDictionary(pair => int.Parse(pair[0], System_.Culture), pair => pair[1]);

    private string Message(string role) => string.Join('\n', json.Value["messages"]!.AsArray().Where(message => (string?)message!["role"] == role).Select(message => Content(message!["content"]!)));

    private static string Content(JsonNode node) => node is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string)node!;

    private static class System_
    {
        public static readonly IFormatProvider Culture = global::System.Globalization.CultureInfo.InvariantCulture;
    }
}

/// <summary>How the model answers once.</summary>
/// <param name="WriteAsync">Writes it.</param>
internal sealed record Scripted(Func<HttpContext, Task> WriteAsync)
{
    /// <summary>Lines, streamed as a well-behaved server does.</summary>
    public static Scripted Lines(params string[] lines) => Text(string.Join('\n', lines) + "\n");

    /// <summary>Text, streamed in pieces.</summary>
    public static Scripted Text(string text) => new(http => StreamAsync(http, Pieces(text), TimeSpan.Zero));

    /// <summary>Text, with a wait before every piece.</summary>
    public static Scripted Slowly(string text, TimeSpan wait) => new(http => StreamAsync(http, Pieces(text), wait));

    /// <summary>Nothing, for as long as somebody listens.</summary>
    public static Scripted Silence() => new(http => Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted));

    /// <summary>Bytes as they are.</summary>
    public static Scripted Raw(string body, string type = "text/event-stream", int status = 200) => new(async http =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body, http.RequestAborted);
    });

    /// <summary>The same piece, again and again, until it is this long.</summary>
    public static Scripted Endless(string piece, int bytes) => new(async http =>
    {
        http.Response.ContentType = "text/event-stream";
        for (var sent = 0; sent < bytes; sent += piece.Length)
        {
            await http.Response.WriteAsync(Event(piece), http.RequestAborted);
        }
    });

    /// <summary>Begins, and hangs up.</summary>
    public static Scripted HangsUp(string text) => new(async http =>
    {
        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(Event(text), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    });

    private static async Task StreamAsync(HttpContext http, IEnumerable<string> pieces, TimeSpan wait)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var piece in pieces)
        {
            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, http.RequestAborted);
            }

            await http.Response.WriteAsync(Event(piece), http.RequestAborted);
        }

        await http.Response.WriteAsync("data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":40,\"total_tokens\":160}}\n\ndata: [DONE]\n\n", http.RequestAborted);
    }

    private static IEnumerable<string> Pieces(string text) => text.Chunk(24).Select(chars => new string(chars));

    private static string Event(string text)
    {
        var piece = new JsonObject { ["id"] = "c", ["object"] = "chat.completion.chunk", ["created"] = 1, ["model"] = "m", ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = text }, ["finish_reason"] = null }) };
        return $"data: {piece.ToJsonString()}\n\n";
    }
}
