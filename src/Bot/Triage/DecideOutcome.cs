using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage;

/// <summary>Answers to an outcome. Pure; never ends without one.</summary>
public static class DecideOutcome
{
    /// <summary>The first rule that holds decides tier, layer, priority and team; referrals and offers of all that hold are kept.</summary>
    public static TriageOutcome From(TriageTable table, Answers answers, IReadOnlySet<string> openConcerns)
    {
        ArgumentNullException.ThrowIfNull(table);
        var held = table.Rules.Where(rule => ConditionHolds.In(rule.When, answers, openConcerns)).ToList();
        var always = held.Where(rule => rule.When is null);
        var told = held.Where(rule => rule.When is not null).DefaultIfEmpty(always.First()).ToList();
        var first = told[0];
        return new TriageOutcome(
            first.Tier,
            first.Layer,
            first.Priority,
            first.Team,
            [.. told.SelectMany(rule => rule.Referrals).Distinct()],
            [.. told.SelectMany(rule => rule.Offers).Distinct()],
            [.. told.Select(rule => new TriageReason(rule.Id, rule.Reason))]);
    }
}
