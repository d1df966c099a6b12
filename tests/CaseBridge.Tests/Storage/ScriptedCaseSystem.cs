using TransformingLives.CaseBridge.Delivery;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Tests.Storage;

/// <summary>A case system that does what the test says, and counts.</summary>
internal sealed class ScriptedCaseSystem(Func<CaseWork, Task<DeliveryResult>> take) : ICaseSystem
{
    public int Calls { get; private set; }

    public static ScriptedCaseSystem Failing(string reason) => new(_ => Task.FromResult<DeliveryResult>(new DeliveryResult.Failed(reason)));

    public Task<DeliveryResult> TakeAsync(CaseWork work, CancellationToken cancellationToken)
    {
        Calls++;
        return take(work);
    }
}
