using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>Enters a referral into the register, and gives it to the other case system if there is one. Both take it as often as it comes, and have it once.</summary>
internal sealed class ReferralHandler(CaseRegister register, IEnumerable<ICaseSystem> systems, OutboxQueue outbox, ReadBackTimes readBack, TimeProvider clock) : IWorkHandler
{
    private readonly ICaseSystem? system = systems.SingleOrDefault();

    public string Kind => WorkKind.Referral;

    public async Task<DeliveryResult> HandleAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var referral = ((CaseWork.SubmitReferral)work).Referral;
        await register.AddAsync(referral);
        if (system is null)
        {
            return new DeliveryResult.Taken();
        }

        var result = await system.SendAsync(referral, cancellationToken);
        if (result is DeliveryResult.Taken(var receipt))
        {
            await register.ChangeAsync(referral.Id, new CaseChange { Status = "sent", System = system.Name, Reference = receipt }, system.Name);
            if (system.TellsStatus)
            {
                await outbox.AddAsync(new CaseWork.ReadBack(referral.Id, referral.ConversationId, clock.GetUtcNow() + readBack.Every));
            }
        }

        return result;
    }
}
