using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Carries out the work of the outbox until it is done, or staff have to look at it.</summary>
internal sealed partial class DeliveryLoop(OutboxQueue outbox, IEnumerable<IWorkHandler> handlers, IOptions<DeliveryOptions> options, DeliveryMeter meter, TimeProvider clock, ILogger<DeliveryLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly FrozenDictionary<string, IWorkHandler> handlers = handlers.ToFrozenDictionary(handler => handler.Kind);
    private readonly IReadOnlyList<TimeSpan> waits = options.Value.EffectiveWaits;
    private readonly string owner = Guid.NewGuid().ToString("N");
    private readonly SemaphoreSlim wake = new(0, 1);

    /// <summary>Looks at once instead of at the next second.</summary>
    public void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Carries out what is due; true when there may be more. No more is leased than is carried out at once, so that no lease runs out while its work waits.</summary>
    public async Task<bool> DeliverDueAsync(CancellationToken cancellationToken)
    {
        var leased = await outbox.LeaseAsync(owner, options.Value.AtOnce, cancellationToken);
        await Task.WhenAll(leased.Select(work => DeliverAsync(work, cancellationToken)));
        return !leased.IsEmpty;
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await outbox.ReleaseAsync();
        await base.StartAsync(cancellationToken);
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
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
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

    private Task DeliverAsync(LeasedWork work, CancellationToken cancellationToken) => meter.MeasureAsync(work, async () =>
    {
        switch (await HandleAsync(work, cancellationToken))
        {
            case DeliveryResult.Taken(var receipt):
                await outbox.DeliveredAsync(work, receipt);
                return "taken";
            case DeliveryResult.Again(var wait):
                await outbox.TryLaterAsync(work, null, wait, counts: false);
                return "again";
            case DeliveryResult.Later(var reason, var wait):
                await outbox.TryLaterAsync(work, reason, wait, counts: false);
                return "later";
            case DeliveryResult.Failed(var reason) when work.Attempts < waits.Count:
                LogFailed(logger, Fingerprint.InPlaceOfIds(work.Key), work.Attempts + 1);
                await outbox.TryLaterAsync(work, reason, Jitter(waits[work.Attempts]), counts: true);
                return "failed";
            case DeliveryResult.Failed(var reason):
                LogGivenUp(logger, Fingerprint.InPlaceOfIds(work.Key), work.Attempts + 1);
                await outbox.GiveUpAsync(work, reason);
                return "given_up";
            case DeliveryResult.Refused(var reason):
                LogGivenUp(logger, Fingerprint.InPlaceOfIds(work.Key), work.Attempts + 1);
                await outbox.GiveUpAsync(work, reason);
                return "refused";
            default:
                throw new UnreachableException();
        }
    });

    private async Task<DeliveryResult> HandleAsync(LeasedWork work, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Value.Timeout);
        try
        {
            return handlers.TryGetValue(work.Kind, out var handler)
                ? await handler.HandleAsync(WorkJson.Read(work.Kind, work.Payload), patience.Token)
                : new DeliveryResult.Refused($"This program has nobody who takes work of the kind '{work.Kind}'.");
        }
        catch (JsonException)
        {
            return new DeliveryResult.Refused("The record in the outbox is damaged and could not be read. Restore it from a back-up, or ask for it again from the conversation.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.Failed("The receiver did not answer in time.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new DeliveryResult.Failed($"The receiver could not be reached ({exception.GetType().Name}).");
        }
    }

    private static TimeSpan Jitter(TimeSpan wait) => wait * (0.8 + (0.4 * Random.Shared.NextDouble()));

    [LoggerMessage(3001, LogLevel.Warning, "Work {WorkKey} could not be carried out, attempt {Attempt}. It stays in the outbox and is tried again.")]
    private static partial void LogFailed(ILogger logger, string workKey, int attempt);

    [LoggerMessage(3002, LogLevel.Error, "The delivery loop met {Exception} and goes on.")]
    private static partial void LogLoopFailed(ILogger logger, string exception);

    [LoggerMessage(3003, LogLevel.Error, "Work {WorkKey} is laid before staff after {Attempt} attempts: see the desk's list of what could not be sent.")]
    private static partial void LogGivenUp(ILogger logger, string workKey, int attempt);
}
