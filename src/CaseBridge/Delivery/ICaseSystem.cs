using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>A case system: the embedded register, or another council system. Taking the same work twice must change nothing.</summary>
public interface ICaseSystem
{
    /// <summary>Takes the work, or says why not.</summary>
    Task<DeliveryResult> TakeAsync(CaseWork work, CancellationToken cancellationToken);
}

/// <summary>What a case system said.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    /// <summary>It has it.</summary>
    public sealed record Taken : DeliveryResult;

    /// <summary>It doesn't, for a reason in words; it is tried again.</summary>
    public sealed record Failed(string Reason) : DeliveryResult;
}
