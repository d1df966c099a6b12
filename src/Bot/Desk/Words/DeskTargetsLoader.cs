using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Desk.Words;

/// <summary>Reads <c>content/desk/targets.yaml</c>.</summary>
internal static class DeskTargetsLoader
{
    public static DeskTargets? Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var targets = root.Items("targets").Select(Target).ToImmutableArray();
        decimal? budget = root.Has("weekly_budget") ? Number(root, "weekly_budget") : null;
        root.NoOtherFields();
        return new DeskTargets(targets, budget);
    }

    private static DeskTarget Target(ContentNode node)
    {
        var measure = node.Text("measure");
        if (!Figures.Measures.Names.Contains(measure))
        {
            node.Problem("measure", $"There is no measure '{measure}'. There are: {string.Join(", ", Figures.Measures.Names)}.");
        }

        if (node.Has("at_least") == node.Has("at_most"))
        {
            node.Problem("at_least", "A target has 'at_least' or 'at_most', and not both.");
        }

        var isAtLeast = node.Has("at_least");
        if (!DateOnly.TryParseExact(node.Text("by"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var by))
        {
            node.Problem("by", "'by' should be a day such as 2027-03-31.");
        }

        var target = new DeskTarget(node.Text("label"), measure, Number(node, isAtLeast ? "at_least" : "at_most"), isAtLeast, by);
        node.NoOtherFields();
        return target;
    }

    private static decimal Number(ContentNode node, string field)
    {
        if (decimal.TryParse(node.Optional(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        node.Problem(field, $"'{field}' should be a number above 0, not '{node.Optional(field)}'.");
        return 1;
    }
}
