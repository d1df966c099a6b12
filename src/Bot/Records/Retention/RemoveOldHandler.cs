using System.Globalization;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Records.Retention;

/// <summary>Carries out a day's round. What it doesn't manage in its time, it goes on with at once.</summary>
internal sealed class RemoveOldHandler(Func<RemoveOldRecords> remove, SurroundingsSource surroundings, TimeProvider clock) : IWorkHandler
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    public string Kind => WorkKind.RemoveOld;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(Enough);
        try
        {
            var removed = await remove().RunAsync(surroundings.At(clock.GetUtcNow()).Content.Council.Retention, enough.Token);
            return new DeliveryResult.Taken(removed.ToString(CultureInfo.InvariantCulture));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryResult.Again(TimeSpan.Zero);
        }
    }
}
