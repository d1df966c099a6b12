using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Plans.Support;

/// <summary>Reads <c>content/plans/ideas.yaml</c>.</summary>
internal static class SupportIdeasLoader
{
    private const int MostAWeek = 168;

    public static SupportIdeas? Load(string file, string text, List<ContentProblem> problems)
    {
        if (ContentNode.Parse(file, text, problems) is not { } root)
        {
            return null;
        }

        var ideas = ImmutableArray.CreateBuilder<SupportIdea>();
        foreach (var node in root.Items("ideas"))
        {
            var idea = Idea(node);
            if (ideas.Any(other => other.Id == idea.Id))
            {
                node.Problem("id", $"The idea '{idea.Id}' stands twice.");
            }

            node.NoOtherFields();
            ideas.Add(idea);
        }

        if (!DateOnly.TryParse(root.Optional("prices_checked_on"), CultureInfo.InvariantCulture, out _))
        {
            root.Problem("prices_checked_on", "Nobody has checked the prices for support plans. Put in your own, and the day.", isError: false);
        }

        root.NoOtherFields();
        return new SupportIdeas(ideas.ToImmutable());
    }

    /// <summary>What the ideas and the form about them lack of each other.</summary>
    public static IEnumerable<ContentProblem> Fit(SupportIdeas ideas, IEnumerable<Form> forms)
    {
        var options = forms.FirstOrDefault(form => form.Id == FormIds.SupportPlan)?.Find(MakeSupportPlan.Ideas)?.Options.Select(option => option.Id).Where(option => option != MakeSupportPlan.NoIdea).ToList() ?? [];
        return
        [
            .. options.Where(option => ideas.Find(option) is null).Select(option => new ContentProblem("plans/ideas.yaml", 0, option, $"The option '{option}' of the form has no idea with a price.")),
            .. ideas.All.Where(idea => !options.Contains(idea.Id)).Select(idea => new ContentProblem("plans/ideas.yaml", 0, idea.Id, $"The question '{MakeSupportPlan.Ideas}' of content/forms/support-plan.yaml has no option '{idea.Id}'.")),
        ];
    }

    private static SupportIdea Idea(ContentNode node)
    {
        var usual = node.Number("usual") ?? 1;
        if (usual is < 1 or > MostAWeek)
        {
            node.Problem("usual", $"'usual' should be from 1 to {MostAWeek} a week, not {usual}.");
        }

        return new SupportIdea(node.Text("id"), node.Text("for"), node.Text("who"), node.Text("unit"), Price(node), usual)
        {
            IsOnce = node.Flag("once", otherwise: false),
            IsCouncilService = node.Flag("council_service", otherwise: false),
            Topic = node.Optional("topic"),
        };
    }

    private static decimal Price(ContentNode node)
    {
        if (decimal.TryParse(node.Text("price"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price == Math.Round(price, 2))
        {
            return price;
        }

        node.Problem("price", $"'price' should be pounds and pence, for instance 24.00, not '{node.Optional("price")}'.");
        return 0;
    }
}
