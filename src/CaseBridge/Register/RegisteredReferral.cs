using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Register;

/// <summary>A referral as the register holds it.</summary>
/// <param name="Referral">What was sent.</param>
/// <param name="Status"><c>new</c> until a worker changes it.</param>
/// <param name="ReceivedAt">When the register had it.</param>
public sealed record RegisteredReferral(Referral Referral, string Status, DateTimeOffset ReceivedAt);

/// <summary>An alert as the register holds it.</summary>
/// <param name="Alert">What was raised.</param>
/// <param name="TakenBy">Who has taken it; null while nobody has.</param>
public sealed record RegisteredAlert(CaseAlert Alert, string? TakenBy);
