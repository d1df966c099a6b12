using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.CaseBridge;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>Work of the outbox is carried out in time. When it isn't, residents are answered all the same: it is told, and keeps nobody out.</summary>
internal sealed class OutboxCheck(CouncilCases cases, WatchOptions options, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outbox = await cases.OutboxStateAsync(cancellationToken);
        return outbox.GivenUp > 0 || outbox.Age(clock.GetUtcNow()) > options.OutboxLate ? HealthCheckResult.Degraded() : HealthCheckResult.Healthy();
    }
}
