using TransformingLives.CaseBridge.Register;

namespace TransformingLives.Bot.Turns;

/// <summary>What a turn wants looked up before it can be decided: what became of a referral. The runner looks, and the turn is decided again.</summary>
/// <param name="Reference">The referral.</param>
/// <param name="BornOn">Date of birth of the person it is about.</param>
public sealed record LookUp(string Reference, DateOnly BornOn);

/// <summary>What was found.</summary>
/// <param name="Progress">What became of it; null when reference and date of birth don't go together.</param>
public sealed record LookedUp(ReferralProgress? Progress);
