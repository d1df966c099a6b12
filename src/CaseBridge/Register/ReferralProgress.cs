using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Register;

/// <summary>What a resident is told of their referral. No more than they told us, and nothing that another person said.</summary>
/// <param name="Reference">Their reference.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Status">As in <see cref="RegisteredReferral"/>.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="Outcome">Where triage led: team, and by when somebody is in touch.</param>
public sealed record ReferralProgress(string Reference, string Kind, string Status, DateTimeOffset Since, ReferralOutcome? Outcome);

/// <summary>A referral that may be about the same person.</summary>
/// <param name="Other">The other referral.</param>
/// <param name="Shared">What both have, in words: name, date of birth, postcode, phone number.</param>
public sealed record PossibleDuplicate(RegisteredReferral Other, System.Collections.Immutable.ImmutableArray<string> Shared);
