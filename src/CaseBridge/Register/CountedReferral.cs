namespace TransformingLives.CaseBridge.Register;

/// <summary>A referral as it is counted: nothing that says whose it is.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Tier">1, 2 or 3; null where triage had no part in it.</param>
/// <param name="Layer"><c>prevent</c>, <c>reduce</c>, <c>delay</c> or <c>meet</c>; empty without triage.</param>
/// <param name="Weekly">The indicative budget, pounds a week; null without one.</param>
public sealed record CountedReferral(string Kind, int? Tier, string Layer, decimal? Weekly);
