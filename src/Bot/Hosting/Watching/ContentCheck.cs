using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Hosting.Reloading;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>The newest content is in place. With older content everything goes on, so a broken edit is told and keeps nobody out.</summary>
internal sealed class ContentCheck(ContentReload reload) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(reload.State.FailedAt is null ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded());
}
