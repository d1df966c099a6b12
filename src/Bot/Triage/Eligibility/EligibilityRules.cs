using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage.Eligibility;

/// <summary>What the answers say about the conditions of the Care Act: <c>content/triage/eligibility.yaml</c> (SI 2015/313).</summary>
/// <param name="Adult">For somebody with needs of their own: regulation 2.</param>
/// <param name="Helper">For somebody who helps: regulation 3.</param>
public sealed record EligibilityRules(Criteria Adult, Criteria Helper);

/// <summary>The three conditions.</summary>
/// <param name="Cause">Where the needs come from.</param>
/// <param name="Outcomes">What somebody may be unable to reach.</param>
/// <param name="OutcomesNeeded">Two for adults, one for people who help.</param>
/// <param name="Wellbeing">There is a big effect on wellbeing.</param>
/// <param name="AlwaysWorthAsking">An assessment is worth asking for whatever the answers are.</param>
public sealed record Criteria(Indication Cause, ImmutableArray<Outcome> Outcomes, int OutcomesNeeded, Indication Wellbeing, bool AlwaysWorthAsking);

/// <summary>When the answers say yes, and when they say no; anything else is not clear.</summary>
public sealed record Indication(Condition? Yes, Condition? No);

/// <summary>An outcome of the regulations.</summary>
/// <param name="Id">Its letter.</param>
/// <param name="Title">In plain words.</param>
/// <param name="Unable">When the answers say that it can't be reached without help.</param>
/// <param name="NotSure">When it is not clear; null for never.</param>
public sealed record Outcome(string Id, string Title, Condition? Unable, Condition? NotSure);
