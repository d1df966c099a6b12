namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Work that could not be delivered yet.</summary>
/// <param name="Key">Its key, to send it again.</param>
/// <param name="Kind"><c>referral</c> or <c>alert</c>.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">Why it failed last, in words.</param>
/// <param name="IsDead">It isn't tried any more: staff must act.</param>
public sealed record StuckWork(string Key, string Kind, DateTimeOffset CreatedAt, int Attempts, string Reason, bool IsDead);
