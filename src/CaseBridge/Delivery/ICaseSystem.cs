using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>A case system outside of this program. Without one, the register is the case system.</summary>
public interface ICaseSystem
{
    /// <summary>What staff call it.</summary>
    string Name { get; }

    /// <summary>It says what becomes of a referral.</summary>
    bool TellsStatus { get; }

    /// <summary>Gives it a referral. Given twice, it has it once.</summary>
    Task<DeliveryResult> SendAsync(Referral referral, CancellationToken cancellationToken);

    /// <summary>What has become of a referral; null when it doesn't know it or can't be asked now.</summary>
    Task<CaseStatus?> ReadStatusAsync(Referral referral, CancellationToken cancellationToken);
}

/// <summary>What a case system says of a referral.</summary>
/// <param name="Status"><c>sent</c>, <c>accepted</c>, <c>in_progress</c>, <c>on_hold</c>, <c>completed</c> or <c>declined</c>.</param>
/// <param name="Words">What it adds, in its own words; null for nothing.</param>
/// <param name="Worker">Who has it, if that is said.</param>
public sealed record CaseStatus(string Status, string? Words, string? Worker)
{
    /// <summary>Nothing more is to be expected.</summary>
    public bool IsFinal => Status is "completed" or "declined";
}
