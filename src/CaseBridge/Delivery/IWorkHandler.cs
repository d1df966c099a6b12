using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Carries out work of one kind. Work may come twice (after a crash, or when an answer was lost): carrying it out twice must change nothing.</summary>
public interface IWorkHandler
{
    /// <summary>The <see cref="WorkKind"/> it takes. One handler for each kind.</summary>
    string Kind { get; }

    /// <summary>Carries it out, within half a minute, or says why not. What is thrown counts as <see cref="DeliveryResult.Failed"/>.</summary>
    Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken);
}
