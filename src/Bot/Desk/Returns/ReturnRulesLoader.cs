using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>Reads <c>content/desk/returns.yaml</c>.</summary>
internal static class ReturnRulesLoader
{
    private const int MostHours = 24 * 28;
    private static readonly string[] Columns = ["dementia", "autism", "visual_impairment", "hearing_impairment"];

    public static ReturnRules? Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var rules = new ReturnRules(
            root.Optional("la_code"),
            Quiet(root),
            [.. root.Items("routes").Select(Route)],
            root.Text("self_funder_route"),
            [.. root.Items("support_reasons").Select(Reason)],
            Told(root.Section("told")));
        if (rules.Routes.IsEmpty || rules.Routes[^1].When is not null)
        {
            root.Problem("routes", "The last route must hold always: leave out its 'when'.");
        }

        root.NoOtherFields();
        return rules;
    }

    private static TimeSpan Quiet(ContentNode root)
    {
        var hours = root.Number("quiet_hours") ?? (int)ReturnRules.None.Quiet.TotalHours;
        if (hours is < 1 or > MostHours)
        {
            root.Problem("quiet_hours", $"'quiet_hours' should be 1 or more, and four weeks at most, not {hours}.");
        }

        return TimeSpan.FromHours(hours);
    }

    private static AccessRoute Route(ContentNode node)
    {
        var route = new AccessRoute(node.Text("name"), ConditionReader.Read(node.Section("when")));
        node.NoOtherFields();
        return route;
    }

    private static SupportReason Reason(ContentNode node)
    {
        var reason = new SupportReason(node.Text("name"), node.Words("conditions"));
        node.NoOtherFields();
        return reason;
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Told(ContentNode? node)
    {
        var told = Columns.ToImmutableDictionary(column => column, column => node?.Words(column) ?? []);
        node?.NoOtherFields();
        return told;
    }
}
