using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>What people asked that had no answer, for who writes the answers.</summary>
internal static class UnansweredPage
{
    private const int Shown = 40;

    /// <summary>A topic less likely than that helps nobody.</summary>
    private const double LikelyFrom = 0.2;

    /// <param name="clusters">The open ones.</param>
    /// <param name="nearest">The topic that comes nearest to a question; null when none does.</param>
    /// <param name="token">The hidden field of posts; null for who may only read.</param>
    /// <param name="said">What has just been done.</param>
    public static string Html(ImmutableArray<QuestionCluster> clusters, BotContent content, Func<string, (TopicGuess Topic, string? Guide)?> nearest, string? token, string said) => $"""
        <h1 class="govuk-heading-l">Not answered yet</h1>{(said == "dealt" ? "<p class=\"said\" role=\"status\">Marked as dealt with. If it is asked again, it is shown again.</p>" : "")}
        <p class="govuk-body">What people asked in the last {UnansweredQuestions.Lately.Days.ToString(CultureInfo.InvariantCulture)} days that had no answer: {Times(clusters.Sum(cluster => cluster.Questions.Length), "question")}, {Times(clusters.Length, "matter")}. Names, addresses and numbers are taken out. Please don't try to find out who asked.</p>
        {(clusters.IsEmpty ? "<p class=\"govuk-body\">There are none.</p>" : $"<ol class=\"unanswered\">{string.Concat(clusters.Take(Shown).Select(cluster => Item(cluster, content, nearest(cluster.Examples[0]), token)))}</ol>")}
        {(clusters.Length > Shown ? $"<p class=\"govuk-body\">{(clusters.Length - Shown).ToString(CultureInfo.InvariantCulture)} more were asked less often.</p>" : "")}
        """;

    /// <summary>Guides whose answers did not help.</summary>
    public static string Poor(ImmutableArray<PoorAnswers> guides, string? token) => $"""
        <section aria-labelledby="poor"><h2 id="poor" class="govuk-heading-l">Answers that did not help</h2>
        <p class="govuk-body">What residents said under answers of the last {UnansweredQuestions.Lately.Days.ToString(CultureInfo.InvariantCulture)} days.</p>
        {(guides.IsEmpty ? "<p class=\"govuk-body\">There are none.</p>" : $"<ol class=\"unanswered\">{string.Concat(guides.Take(Shown).Select(guide => Poor(guide, token)))}</ol>")}</section>
        """;

    private static string Poor(PoorAnswers guide, string? token) => $"""
        <li><h3 class="govuk-heading-s">{Encode(guide.Guide)}</h3><p class="govuk-body">Did not help {Times(guide.NotHelped, "time")}, helped {Times(guide.Helped, "time")}. {Mend(guide.Guide, token)}</p>{(guide.Examples.IsEmpty ? "" : $"<ul class=\"govuk-list govuk-list--bullet\">{string.Concat(guide.Examples.Select(example => $"<li>“{Encode(example)}”</li>"))}</ul>")}</li>
        """;

    private static string Item(QuestionCluster cluster, BotContent content, (TopicGuess Topic, string? Guide)? nearest, string? token) => $"""
        <li><h2 class="govuk-heading-s">“{Encode(cluster.Examples[0])}”</h2>
        <p class="govuk-body"><strong class="govuk-tag govuk-tag--{(cluster.Ending == "not_found" ? "yellow" : "grey")}">{Encode(content.Endings.TryGetValue(cluster.Ending, out var ending) ? ending.Label : cluster.Ending)}</strong> Asked {(cluster.Questions.Length == 1 ? "once" : Times(cluster.Questions.Length, "time"))}, last on {DeskPage.Time(cluster.Questions[0].At)}.</p>
        {(cluster.Examples.Length > 1 ? $"<ul class=\"govuk-list govuk-list--bullet\">{string.Concat(cluster.Examples.Skip(1).Select(example => $"<li>“{Encode(example)}”</li>"))}</ul>" : "")}
        {(nearest is not var (topic, guide) || topic.Confidence < LikelyFrom ? "" : $"<p class=\"govuk-body\">Nearest to: {Encode(topic.Title)} (<code>{Encode(topic.Id)}</code>), {topic.Confidence.ToString("P0", CultureInfo.InvariantCulture)} likely. {Mend(guide, token)}</p>")}
        {(token is null ? "" : $"<form method=\"post\" action=\"/desk/unanswered/{cluster.Id}/dealt-with\">{token}<button class=\"govuk-button govuk-button--secondary\">Mark as dealt with<span class=\"govuk-visually-hidden\">: {Encode(cluster.Examples[0])}</span></button></form>")}</li>
        """;

    // Whoever may mark it as dealt with may write what is missing.
    private static string Mend(string? guide, string? token) => guide is null || token is null ? "" : $"<a class=\"govuk-link\" href=\"/desk/content/edit?guide={Uri.EscapeDataString(guide)}\">Mend the guide<span class=\"govuk-visually-hidden\"> {Encode(guide)}</span></a>";

    private static string Times(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Encode(string text) => DeskPage.Encode(text);
}
