using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>Whether this node is alive, and whether it should be sent people, for whatever balances the load. Names of checks and their states, and nothing else.</summary>
internal static class Health
{
    /// <summary>The process answers: nothing else is looked at, so that nobody restarts it because a database is away.</summary>
    public const string Live = "/health/live";

    /// <summary>It should be sent people. 503 when not.</summary>
    public const string Ready = "/health/ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<WatchOptions>>().Value);
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, [], Patience)
            .AddCheck<ContentCheck>("content", HealthStatus.Unhealthy, [], Patience)
            .AddCheck<IndexCheck>("index", HealthStatus.Unhealthy, [], Patience)
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, [], Patience)
            .AddCheck<StoppingCheck>("running", HealthStatus.Unhealthy, [], Patience);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary><c>ok</c>, <c>degraded</c> (it works, and somebody should look) or <c>failed</c>.</summary>
    public static string Words(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failed",
    };

    // What a check was told by an exception may say where the database is, and to whom: it is not passed on.
    private static async Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json";
        using var buffer = new MemoryStream();
        await using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("status", Words(report.Status));
            foreach (var (name, entry) in report.Entries)
            {
                json.WriteString(name, Words(entry.Status));
            }

            json.WriteEndObject();
        }

        await http.Response.Body.WriteAsync(buffer.ToArray(), http.RequestAborted);
    }
}
