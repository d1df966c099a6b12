using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>
/// Sends metrics, traces and logs to a collector by OTLP, with OpenTelemetry's own settings (<c>OTEL_…</c>). Without an endpoint nothing of it is made.
/// Our own sources only: a trace of the web server would hold addresses, and those hold the ids of conversations.
/// </summary>
internal static class Export
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Ours = "TransformingLives.";
    private static readonly string[] Meters = [$"{Ours}*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            return;
        }

        builder.Services.AddSingleton<IHealthCheckPublisher, HealthMeter>();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("transforming-lives", serviceVersion: typeof(Export).Assembly.GetName().Version?.ToString(3)).AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .WithTracing(traces => traces.AddSource($"{Ours}*"))
            .WithLogging(logs => logs.AddProcessor(new WithoutIds()))
            .UseOtlpExporter();
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.None);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(Ours, LogLevel.Information);
    }
}
