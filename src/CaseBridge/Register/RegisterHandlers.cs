using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Register;

/// <summary>Puts alerts up at the desk.</summary>
internal sealed class AlertHandler(AlertList alerts) : IWorkHandler
{
    public string Kind => WorkKind.Alert;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        await alerts.AddAsync(((CaseWork.RaiseAlert)work).Alert);
        return new DeliveryResult.Taken();
    }
}
