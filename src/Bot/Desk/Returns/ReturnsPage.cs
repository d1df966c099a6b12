using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Figures;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Returns;

/// <summary>How much there is for the Client Level Data, and the file. The page itself shows nobody's data.</summary>
internal static class ReturnsPage
{
    public static string Html(FiguresPeriod period, ImmutableArray<ClosedRequest> requests)
    {
        var counted = requests.Count(request => request.HasClient);
        return $"""
            <h1 class="govuk-heading-l">Client Level Data</h1>
            <form class="filters" method="get" action="/desk/returns"><div><label class="govuk-label" for="days">Time</label><select class="govuk-select" id="days" name="days">{string.Concat(FiguresPeriod.Choices.Select(days => $"<option value=\"{days}\"{(days == period.Days ? " selected" : "")}>The last {days} days</option>"))}</select></div>
            <button class="govuk-button govuk-button--secondary">Show</button></form>
            <p class="govuk-body">Each matter that ended becomes a row: a request, from the first message to the wrap-up with the outcome that the officer chose, or to the last message with an outcome that the assistant proposes. A proposed outcome stands only when a worker confirms it. What was not told stays empty, and nothing is guessed.</p>
            <dl class="govuk-summary-list">
            {Row("Ended in this time", requests.Length)}{Row("Closed by an officer", requests.Count(request => request.Status == OutcomeStatus.Confirmed))}{Row("With an outcome that a worker has to confirm", requests.Count(request => request is { HasClient: true, Status: OutcomeStatus.Proposed }))}{Row("With a person, for the return", counted)}{Row("Without any detail of a person, not counted", requests.Length - counted)}{Row("Of those for the return, without a date of birth", requests.Count(request => request is { HasClient: true, BornOn: null }))}
            </dl>
            {(counted == 0 ? "" : $"<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/desk/returns.csv?days={period.Days}\">Save the rows (CSV)</a>. The file holds personal data, and saving it is noted under your name.</p>")}
            <p class="govuk-body">The council's data team adds what only the case system knows: its own number for the person, NHS number, gender and ethnicity. Support reason and route of access are proposals to check.</p>
            """;
    }

    private static string Row(string label, int count) =>
        $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{label}</dt><dd class=\"govuk-summary-list__value\">{count.ToString("N0", CultureInfo.InvariantCulture)}</dd></div>";
}
