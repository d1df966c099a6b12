using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>How often a case system is asked what became of a referral.</summary>
/// <param name="Every">The time between two rounds.</param>
internal sealed record ReadBackTimes(TimeSpan Every)
{
    /// <summary>After this time nobody asks any more.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromDays(180);
}

/// <summary>Asks the case system what became of a referral, notes it, and comes back until there is nothing more to expect.</summary>
internal sealed class ReadBackHandler(CaseRegister register, IEnumerable<ICaseSystem> systems, ReadBackTimes times, TimeProvider clock) : IWorkHandler
{
    private readonly ICaseSystem? system = systems.SingleOrDefault();

    public string Kind => WorkKind.ReadBack;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var id = ((CaseWork.ReadBack)work).ReferralId;
        if (system is null || await register.FindAsync(id, cancellationToken) is not { } registered)
        {
            return new DeliveryResult.Taken();
        }

        var status = await system.ReadStatusAsync(registered.Referral, cancellationToken);
        if (status is not null && (status.Status != registered.Status || (status.Worker is not null && status.Worker != registered.Facts.Worker)))
        {
            await register.ChangeAsync(id, new CaseChange { Status = status.Status, Words = status.Words, Worker = status.Worker }, system.Name);
        }

        return status?.IsFinal == true || registered.ReceivedAt + times.Longest < clock.GetUtcNow()
            ? new DeliveryResult.Taken(status?.Status)
            : new DeliveryResult.Again(times.Every);
    }
}
