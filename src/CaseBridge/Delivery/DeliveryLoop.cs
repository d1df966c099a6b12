using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Carries work from the outbox to the case system until that has it.</summary>
internal sealed partial class DeliveryLoop(OutboxQueue outbox, ICaseSystem caseSystem, TimeProvider clock, ILogger<DeliveryLoop> logger) : BackgroundService
{
    private const int Batch = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly string owner = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Looks at once instead of at the next second.</summary>
    public void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            wake.Release();
        }
    }

    /// <summary>Delivers what is due; true when there may be more.</summary>
    public async Task<bool> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var leased = await outbox.LeaseAsync(owner, Batch, cancellationToken);
        foreach (var row in leased)
        {
            var result = await TryAsync(row, cancellationToken);
            if (result is DeliveryResult.Failed(var reason))
            {
                LogFailed(logger, row.WorkKey, row.Attempts + 1);
                await outbox.FailedAsync(row, reason, cancellationToken);
            }
            else
            {
                await outbox.DeliveredAsync(row, cancellationToken);
            }
        }

        return leased.Length == Batch;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverDueAsync(stoppingToken))
                {
                }

                await wake.WaitAsync(Pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception exception)
            {
                LogLoopFailed(logger, exception.GetType().Name);
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<DeliveryResult> TryAsync(Storage.OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await caseSystem.TakeAsync(WorkJson.Read(row.Kind, row.Payload), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new DeliveryResult.Failed($"The case system could not be reached or the record could not be read ({exception.GetType().Name}).");
        }
    }

    [LoggerMessage(3001, LogLevel.Warning, "Work {WorkKey} could not be delivered, attempt {Attempt}. It stays in the outbox and is tried again.")]
    private static partial void LogFailed(ILogger logger, string workKey, int attempt);

    [LoggerMessage(3002, LogLevel.Error, "The delivery loop met {Exception} and goes on.")]
    private static partial void LogLoopFailed(ILogger logger, string exception);
}
