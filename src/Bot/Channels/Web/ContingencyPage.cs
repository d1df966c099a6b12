using TransformingLives.Bot.Content;
using TransformingLives.Bot.Plans;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The plan for a day when the main helper can't be there, to read, print or save.</summary>
internal static class ContingencyPage
{
    public static string Render(CouncilSettings council, ContingencyPlan plan) => PublicPageHtml.Of(council, "If the main helper can't be there", plan.IsEmpty ? Empty : $"""
        <p class="noprint">You can print this page, or <a class="govuk-link" href="/contingency.txt" download>save it as text</a>. Give a copy to those who are in it. Nobody but you sees it here.</p>
        {(plan.For is { } name ? $"<p>For {PageHtml.Encode(name)}</p>" : "")}{string.Concat(plan.Parts.Select(Part))}
        <h2>Who to ring</h2><dl class="lines">{Lines(ContingencyText.WhoToRing(council))}</dl>
        """);

    private const string Empty = "<p>There is no plan here yet. You can write one in the conversation: say \"emergency plan\".</p>";

    private static string Part(ContingencyPart part) => $"<h2>{PageHtml.Encode(part.Title)}</h2><dl class=\"lines\">{Lines(part.Lines)}</dl>";

    private static string Lines(IEnumerable<PlanLine> lines) =>
        string.Concat(lines.Select(line => $"<div><dt>{PageHtml.Encode(line.Label)}</dt><dd>{PageHtml.Encode(line.Words)}</dd></div>"));
}
