using TransformingLives.Bot.Content;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Triage;

/// <summary>Reads <c>content/triage/outcomes.yaml</c>.</summary>
internal static class TriageTableLoader
{
    public static TriageTable? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var table = new TriageTable
        {
            Rules = [.. root.Items("rules").Select(Rule)],
            TopicsThatOpenAConversation = root.Words("topics_that_open_a_conversation"),
            TopicsThatLeadToAnEstimate = root.Words("topics_that_lead_to_an_estimate"),
        };
        root.NoOtherFields();
        if (table.Rules.IsEmpty || table.Rules[^1].When is not null)
        {
            root.Problem("rules", "The last rule should have no 'when', so that no conversation ends without an outcome.");
        }

        if (table.Rules.SkipLast(1).FirstOrDefault(rule => rule.When is null) is { } early)
        {
            root.Problem("rules", $"The rule '{early.Id}' has no 'when' and is not the last.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : table;
    }

    private static TriageRule Rule(ContentNode node)
    {
        var rule = new TriageRule
        {
            Id = node.Text("id"),
            When = ConditionReader.Read(node.Section("when")),
            Reason = node.Text("reason"),
            Tier = node.Number("tier") ?? 0,
            Layer = node.Text("layer"),
            Priority = node.Text("priority"),
            Team = node.Text("team"),
            Referrals = node.Words("referrals"),
            Offers = node.Words("offers"),
        };
        node.NoOtherFields();
        OneOf(node, "tier", rule.Tier.ToString(System.Globalization.CultureInfo.InvariantCulture), "1", "2", "3");
        OneOf(node, "layer", rule.Layer, "prevent", "reduce", "delay", "meet");
        OneOf(node, "priority", rule.Priority, "P0", "P1", "P2", "P3", "P4");
        return rule;
    }

    private static void OneOf(ContentNode node, string field, string value, params string[] allowed)
    {
        if (!allowed.Contains(value))
        {
            node.Problem(field, $"'{field}' should be one of {string.Join(", ", allowed)}, not '{value}'.");
        }
    }
}
