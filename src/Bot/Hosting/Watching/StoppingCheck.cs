using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>A node that is being stopped takes no new conversations.</summary>
internal sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy());
}
