using TransformingLives.Bot.Content;
using TransformingLives.Bot.Plans;
using TransformingLives.CaseBridge.SupportPlans;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The person's own plan, to read, print or save.</summary>
internal static class PlanPage
{
    public static string Render(CouncilSettings council, OwnPlan plan) => PublicPageHtml.Of(council, "Your plan", plan.IsEmpty ? Empty : $"""
        <p class="noprint">You can print this page, or <a class="govuk-link" href="/plan.txt" download>save it as text</a>. Nobody but you sees it here.</p>{(plan.HasContingency ? "<p><a class=\"govuk-link\" href=\"/contingency\">Your plan for a day when the main helper can't be there</a> has a page of its own.</p>" : "")}
        {(plan.TalkedAbout.IsEmpty ? "" : $"<h2>What we talked about</h2><dl class=\"lines\">{Lines(plan.TalkedAbout)}</dl>")}
        {(plan.CanDo.IsEmpty ? "" : $"<h2>What you can do now</h2>{string.Concat(plan.CanDo.Select(Idea))}")}
        {Support(plan.Support)}<h2>What happens next</h2><ul>{string.Concat(plan.HappensNext.Select(next => $"<li>{PageHtml.Encode(next)}</li>"))}</ul>
        <h2>Who to ring</h2><dl class="lines">{Lines(plan.WhoToRing)}</dl>
        """);

    private const string Empty = "<p>There is nothing here yet. When we have talked, your plan is on this page.</p>";

    private static string Lines(IEnumerable<PlanLine> lines) =>
        string.Concat(lines.Select(line => $"<div><dt>{PageHtml.Encode(line.Label)}</dt><dd>{PageHtml.Encode(line.Words)}</dd></div>"));

    private static string Support(SupportPlan? support) => support is null ? "" : $"""
        <h2>Your first support plan</h2><p>Nobody has agreed this yet. A council worker goes through it with you.</p>
        <dl class="lines">{Lines(support.Lines.Select(line => new PlanLine(line.For, SupportPlanWords.Of(line))))}</dl>
        <ul>{string.Concat(SupportPlanWords.Sums(support).Concat(SupportPlanWords.Wishes(support)).Select(line => $"<li>{PageHtml.Encode(line)}</li>"))}</ul>
        """;

    private static string Idea(PlanIdea idea) => $"""
        <section class="card"><h3>{PageHtml.Encode(idea.Title)}</h3><p>{PageHtml.Encode(idea.Summary)}</p>
        <ul>{string.Concat(idea.Steps.Concat(idea.Services).Select(line => $"<li>{PageHtml.Encode(line)}</li>"))}</ul><p class="src">{PageHtml.Encode(idea.Source)}</p></section>
        """;
}
