using TransformingLives.Bot.Content;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage.Eligibility;

/// <summary>Reads <c>content/triage/eligibility.yaml</c>.</summary>
internal static class EligibilityRulesLoader
{
    private const int AdultOutcomes = 10;

    public static EligibilityRules? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var (adult, helper) = (Criteria(root, "adult"), Criteria(root, "helper"));
        root.NoOtherFields();
        if (adult is not null && adult.Outcomes.Length != AdultOutcomes)
        {
            root.Problem("adult", $"The regulations have {AdultOutcomes} outcomes for adults, not {adult.Outcomes.Length}.");
        }

        return adult is null || helper is null || problems.Skip(before).Any(problem => problem.IsError) ? null : new EligibilityRules(adult, helper);
    }

    private static Criteria? Criteria(ContentNode root, string who)
    {
        if (root.Section(who) is not { } node)
        {
            root.Problem(who, $"The field '{who}' is missing.");
            return null;
        }

        var criteria = new Criteria(Indication(node, "cause"), [.. node.Items("outcomes").Select(Outcome)], node.Number("outcomes_needed") ?? 1, Indication(node, "wellbeing"), node.Flag("always_worth_asking", otherwise: false));
        node.NoOtherFields();
        return criteria;
    }

    private static Indication Indication(ContentNode node, string name)
    {
        if (node.Section(name) is not { } section)
        {
            node.Problem(name, $"The field '{name}' is missing.");
            return new Indication(null, null);
        }

        var indication = new Indication(ConditionReader.Read(section.Section("yes")), ConditionReader.Read(section.Section("no")));
        section.NoOtherFields();
        return indication;
    }

    private static Outcome Outcome(ContentNode node)
    {
        var outcome = new Outcome(node.Text("id"), node.Text("title"), ConditionReader.Read(node.Section("unable")), ConditionReader.Read(node.Section("not_sure")));
        if (outcome.Unable is null)
        {
            node.Problem("unable", $"The outcome '{outcome.Id}' should say when somebody is unable to reach it.");
        }

        node.NoOtherFields();
        return outcome;
    }
}
