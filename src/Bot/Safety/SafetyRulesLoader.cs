using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Safety;

/// <summary>Reads <c>content/safety/rules.yaml</c>. Each rule must find its own example: a rule that finds nothing is a problem.</summary>
internal static class SafetyRulesLoader
{
    public static SafetyRules? Load(string file, string text, List<ContentProblem> problems)
    {
        var before = problems.Count;
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var nodes = root.Items("rules").Select(node => (node, rule: Rule(node))).ToList();
        var rules = new SafetyRules
        {
            Rules = [.. nodes.Select(pair => pair.rule)],
            Sayings = [.. root.Words("sayings").Select(Pattern.Parse)],
            Past = [.. root.Words("past").Select(Pattern.Parse)],
            Denials = [.. root.Words("denials")],
        };
        root.NoOtherFields();
        foreach (var (node, rule) in nodes.Where(pair => SafetyNet.Screen(pair.rule.Example, rules).All(concern => concern.Kind != pair.rule.Kind)))
        {
            node.Problem("example", $"The rule '{rule.Id}' does not find its own example: “{rule.Example}”.");
        }

        return problems.Skip(before).Any(problem => problem.IsError) ? null : rules;
    }

    private static SafetyRule Rule(ContentNode node)
    {
        var kind = ConcernCodes.Parse(node.Text("kind"));
        if (kind is null)
        {
            node.Problem("kind", $"There is no concern '{node.Text("kind")}'.");
        }

        var rule = new SafetyRule(
            node.Text("id"),
            kind ?? ConcernKind.UrgentCareNeed,
            [.. node.Words("any").Select(Pattern.Parse)],
            [.. node.Words("unless").Select(Pattern.Parse)],
            node.Flag("holds_when_denied", otherwise: false),
            node.Flag("holds_when_past", otherwise: false),
            node.Text("example"));
        node.NoOtherFields();
        return rule;
    }
}
