using System.Collections.Immutable;

namespace TransformingLives.Bot.Triage;

/// <summary>Where answers lead. The most urgent rule that held decided; every rule that held is a reason.</summary>
public sealed record TriageOutcome(
    int Tier,
    string Layer,
    string Priority,
    string Team,
    ImmutableArray<string> Referrals,
    ImmutableArray<string> Offers,
    ImmutableArray<TriageReason> Reasons)
{
    /// <summary>Tier two: something must happen today, and no budget is shown.</summary>
    public bool IsCrisis => Tier == 2;
}

/// <summary>A rule that held, and why in plain words.</summary>
public sealed record TriageReason(string Rule, string Text);
