using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Status;

/// <summary>The page in HTML.</summary>
internal static class StatusPage
{
    public static string Html(ImmutableArray<StatusLine> lines, DateTimeOffset at) => $"""
        <h1 class="govuk-heading-l">Status</h1>
        <p class="govuk-body">{Summary(lines)} Looked at {DeskPage.Time(at)}. <a class="govuk-link" href="/desk/status">Look again</a></p>
        <dl class="govuk-summary-list status">{string.Concat(lines.Select(Row))}</dl>
        """;

    private static string Summary(ImmutableArray<StatusLine> lines) => lines.Count(line => line.State != HealthStatus.Healthy) switch
    {
        0 => "Everything works.",
        1 => "One thing wants looking at.",
        var many => $"{many} things want looking at.",
    };

    private static string Row(StatusLine line) => $"""
        <div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{Encode(line.Name)}<br>{Tag(line.State)}</dt><dd class="govuk-summary-list__value"><p class="govuk-body"><strong>{Encode(line.Now)}</strong></p><p class="govuk-body">{Encode(line.Means)}</p>{(line.State == HealthStatus.Healthy ? "" : $"<p class=\"govuk-body\"><strong>What to do.</strong> {Encode(line.ToDo)}</p>")}</dd></div>
        """;

    private static string Tag(HealthStatus state) => state switch
    {
        HealthStatus.Healthy => "<strong class=\"govuk-tag govuk-tag--green\">Works</strong>",
        HealthStatus.Degraded => "<strong class=\"govuk-tag govuk-tag--yellow\">Look at it</strong>",
        _ => "<strong class=\"govuk-tag govuk-tag--red\">Act now</strong>",
    };

    private static string Encode(string text) => DeskPage.Encode(text);
}
