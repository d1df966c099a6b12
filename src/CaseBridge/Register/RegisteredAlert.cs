using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.CaseBridge.Register;

/// <summary>An alert as the register holds it.</summary>
/// <param name="Alert">What was raised.</param>
/// <param name="TakenBy">Who has taken it; null while nobody has.</param>
public sealed record RegisteredAlert(CaseAlert Alert, string? TakenBy);
