using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>There is something to answer from. While meanings are still learnt, answers are found by words: that is told and keeps nobody out.</summary>
internal sealed class IndexCheck(SurroundingsSource source, TimeProvider clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        var knowledge = loan.Surroundings.Knowledge;
        return Task.FromResult(
            knowledge.Counts is { Guides: 0, Services: 0 } ? HealthCheckResult.Unhealthy()
            : knowledge.Ready.IsCompletedSuccessfully ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded());
    }
}
