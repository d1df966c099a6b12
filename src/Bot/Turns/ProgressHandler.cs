using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Turns;

/// <summary>Brings what became of a referral into its conversation. Twice is once: the event has the work's key.</summary>
/// <param name="runner">Found late: the runner stores work, and work finds its handler.</param>
/// <param name="clock">The time.</param>
internal sealed class ProgressHandler(Func<TurnRunner> runner, TimeProvider clock) : IWorkHandler
{
    public string Kind => WorkKind.Progress;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var progress = (CaseWork.TellProgress)work;
        var happening = new IncomingEvent(progress.ConversationId, progress.Key, new ConversationEvent.ReferralMoves(progress.Reference, progress.Status), clock.GetUtcNow());
        return await runner().RunAsync(happening, cancellationToken) is EventResult.Done ? new DeliveryResult.Taken("told") : new DeliveryResult.Taken("nobody to tell");
    }
}
