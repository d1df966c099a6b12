using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>A collector that takes OTLP by http/protobuf and keeps what came as it came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<byte[]>> came = new();

    private Collector(WebApplication app) => this.app = app;

    /// <summary>Settings with which the program sends here.</summary>
    public (string Name, string Value)[] Settings => [("OTEL_EXPORTER_OTLP_ENDPOINT", app.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector.app.MapPost("/v1/{signal}", collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    /// <summary>All bytes that came of a signal, <c>metrics</c>, <c>traces</c> or <c>logs</c>; texts in it can be looked for.</summary>
    public string Of(string signal) => string.Concat(came.GetValueOrDefault(signal, []).Select(Encoding.UTF8.GetString));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpContext http, string signal)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        came.GetOrAdd(signal, _ => []).Enqueue(body.ToArray());
        return Results.Bytes([], "application/x-protobuf");
    }
}
