using System.Collections.Immutable;

namespace TransformingLives.Bot.Triage.Eligibility;

/// <summary>A first look at the conditions of the Care Act. It never says no: everybody may ask for an assessment (Care Act 2014, sections 9 and 10).</summary>
/// <param name="Result">What to say.</param>
/// <param name="Cause">The first condition.</param>
/// <param name="Outcomes">Each outcome; not those that the answers say can be reached.</param>
/// <param name="Wellbeing">The third condition.</param>
public sealed record EligibilityCheck(EligibilityResult Result, Leaning Cause, ImmutableArray<OutcomeLeaning> Outcomes, Leaning Wellbeing);

/// <summary>An outcome that somebody can't reach, or perhaps can't.</summary>
public sealed record OutcomeLeaning(string Id, string Title, Leaning Unable);

/// <summary>What answers say about a condition.</summary>
public enum Leaning
{
    /// <summary>It isn't clear, or was not answered.</summary>
    NotSure,

    /// <summary>It seems to hold.</summary>
    Yes,

    /// <summary>It seems not to hold.</summary>
    No,
}

/// <summary>What to say; none of these is a decision.</summary>
public enum EligibilityResult
{
    /// <summary>Help close to home may be enough for now; an assessment can be asked for all the same.</summary>
    LowNow,

    /// <summary>It is not clear; there is a right to an assessment.</summary>
    WorthAsking,

    /// <summary>There may be needs that the council must look at.</summary>
    LikelyAsk,
}
