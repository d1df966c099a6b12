using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>The database answers, and what was to be stored lately was stored. A node that nobody sends anything to would never find out that it can store again: so it is trusted again after a rest.</summary>
internal sealed class DatabaseCheck(StorageConnections connections, CommitQueue commits, WatchOptions options, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await connections.QueryAsync("SELECT 1 FROM conversations LIMIT 1", _ => true, cancellationToken);
        return commits.FailedAt is { } failed && clock.GetUtcNow() - failed < options.RestAfterFailure ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
    }
}
