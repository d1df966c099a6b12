using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Register;

/// <summary>Puts alerts up at the desk.</summary>
internal sealed class AlertHandler(CaseRegister register) : IWorkHandler
{
    public string Kind => WorkKind.Alert;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        await register.AddAsync(((CaseWork.RaiseAlert)work).Alert);
        return new DeliveryResult.Taken();
    }
}

/// <summary>Enters referrals into the register.</summary>
internal sealed class ReferralHandler(CaseRegister register) : IWorkHandler
{
    public string Kind => WorkKind.Referral;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        await register.AddAsync(((CaseWork.SubmitReferral)work).Referral);
        return new DeliveryResult.Taken();
    }
}
