using System.Collections.Immutable;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage.Eligibility;

/// <summary>Answers to a first look at the Care Act's conditions. Pure. Points and budgets have no part in it.</summary>
public static class CheckEligibility
{
    /// <summary>Looks at the three conditions.</summary>
    /// <param name="criteria">For the adult, or for the person who helps.</param>
    /// <param name="answers">Given as if nobody helped.</param>
    /// <param name="openConcerns">Kinds of open concerns.</param>
    public static EligibilityCheck Of(Criteria criteria, Answers answers, IReadOnlySet<string> openConcerns)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        bool Holds(Condition? condition) => condition is not null && ConditionHolds.In(condition, answers, openConcerns);
        Leaning Lean(Indication indication) => Holds(indication.Yes) ? Leaning.Yes : Holds(indication.No) ? Leaning.No : Leaning.NotSure;
        var outcomes = criteria.Outcomes
            .Select(outcome => new OutcomeLeaning(outcome.Id, outcome.Title, Holds(outcome.Unable) ? Leaning.Yes : Holds(outcome.NotSure) ? Leaning.NotSure : Leaning.No))
            .Where(outcome => outcome.Unable != Leaning.No)
            .ToImmutableArray();
        var (cause, wellbeing) = (Lean(criteria.Cause), Lean(criteria.Wellbeing));
        return new EligibilityCheck(Result(criteria, cause, outcomes, wellbeing), cause, outcomes, wellbeing);
    }

    private static EligibilityResult Result(Criteria criteria, Leaning cause, ImmutableArray<OutcomeLeaning> outcomes, Leaning wellbeing)
    {
        if (cause == Leaning.Yes && wellbeing == Leaning.Yes && outcomes.Count(outcome => outcome.Unable == Leaning.Yes) >= criteria.OutcomesNeeded)
        {
            return EligibilityResult.LikelyAsk;
        }

        return criteria.AlwaysWorthAsking || !outcomes.IsEmpty || cause == Leaning.NotSure || wellbeing == Leaning.NotSure ? EligibilityResult.WorthAsking : EligibilityResult.LowNow;
    }
}
