using System.Security.Cryptography;
using System.Text;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TransformingLives.Channels.Tests.Testing;
using TransformingLives.Testing.Web;

namespace TransformingLives.Channels.Tests.Watching;

/// <summary>What goes to a collector, by OTLP as it is.</summary>
public sealed class ExportTests
{
    private static readonly string[] Canary = ["Zebedee", "Quillfeather", "07700 900 461", "07700900461", "447700900461", "12 Gossamer Row", "CB7 4XX", "porphyria"];

    [Fact]
    public async Task Metrics_traces_and_logs_arrive_and_nothing_of_who_somebody_is_or_what_they_said()
    {
        await using var collector = await Collector.StartAsync();
        await using var council = await RunningCouncil.StartAsync(collector.Settings);
        using var resident = new ResidentBrowser(new Uri(council.Address));
        await resident.SayAsync("My name is Zebedee Quillfeather, 12 Gossamer Row, CB7 4XX, ring me on 07700 900 461. I have porphyria.", "1");
        await resident.SayAsync("I can't breathe and my chest is crushing, I am Zebedee Quillfeather", "2");
        await council.AlertsAsync();

        Assert.True(council.Service<MeterProvider>().ForceFlush());
        Assert.True(council.Service<TracerProvider>().ForceFlush());
        Assert.True(council.Service<LoggerProvider>().ForceFlush());

        Assert.Contains("transforming_lives.turn.duration", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("emergency_999", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("transforming-lives", collector.Of("metrics"), StringComparison.Ordinal);
        Assert.Contains("deliver alert", collector.Of("traces"), StringComparison.Ordinal);
        Assert.Contains("Turn {Version} of conversation", collector.Of("logs"), StringComparison.Ordinal);
        var all = collector.Of("metrics") + collector.Of("traces") + collector.Of("logs");
        Assert.All(Canary, word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_id_that_opens_a_conversation_goes_as_its_fingerprint_only()
    {
        await using var collector = await Collector.StartAsync();
        await using var council = await RunningCouncil.StartAsync(collector.Settings);
        var conversation = await council.Runner.StartAsync("web", default);
        await council.Runner.RunAsync(new Bot.Turns.IncomingMessage(conversation.Id, "1", "web", "hello", council.Clock.GetUtcNow()), default);

        council.Service<TracerProvider>().ForceFlush();
        council.Service<LoggerProvider>().ForceFlush();

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(conversation.Id)))[..12], collector.Of("logs"), StringComparison.Ordinal);
        Assert.DoesNotContain(conversation.Id, collector.Of("logs") + collector.Of("traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_endpoint_nothing_of_it_is_made()
    {
        await using var council = await RunningCouncil.StartAsync();

        Assert.Null(council.Service<IServiceProvider>().GetService(typeof(MeterProvider)));
        Assert.Null(council.Service<IServiceProvider>().GetService(typeof(TracerProvider)));
        Assert.Null(council.Service<IServiceProvider>().GetService(typeof(LoggerProvider)));
    }
}
