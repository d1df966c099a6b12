using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>The figures as a page: tables that read well aloud, with bars for the eye.</summary>
internal static class FiguresPage
{
    public static string Html(DeskFigures figures, ImmutableArray<FigureTable> tables) => $"""
        <h1 class="govuk-heading-l">Figures</h1>
        <form class="filters" method="get" action="/desk/figures"><div><label class="govuk-label" for="days">Time</label><select class="govuk-select" id="days" name="days">{string.Concat(FiguresPeriod.Choices.Select(days => $"<option value=\"{days}\"{(days == figures.Period.Days ? " selected" : "")}>The last {days} days</option>"))}</select></div>
        <button class="govuk-button govuk-button--secondary">Show</button></form>
        <p class="govuk-body">From {Day(figures.Period.From)} to {Day(figures.Period.Until.AddSeconds(-1))}: <strong>{Number(figures.Conversations.Length)}</strong> {(figures.Conversations.Length == 1 ? "conversation" : "conversations")} with <strong>{Number(figures.Conversations.Sum(counted => counted.Messages))}</strong> messages from residents. A number below {FigureRow.Fewest} is not told, so that nobody can be picked out.</p>
        <p class="govuk-body"><a class="govuk-link" href="/desk/figures.csv?days={figures.Period.Days}">Save as a table (CSV)</a></p>
        <div class="figures">{string.Concat(tables.Select(Table))}</div>
        """;

    private static string Table(FigureTable table)
    {
        var most = table.Rows.Max(row => row.Bar) ?? 0;
        var body = table.Rows.IsEmpty
            ? "<p class=\"govuk-body\">Nothing yet.</p>"
            : $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table: {Encode(table.Title)}\"><table class=\"govuk-table\"><caption class=\"govuk-visually-hidden\">{Encode(table.Title)}</caption><thead><tr><th scope=\"col\">{Encode(table.What)}</th><th scope=\"col\" class=\"govuk-table__header--numeric\">How many</th><td></td></tr></thead><tbody>{string.Concat(table.Rows.Select(row => Row(row, most)))}</tbody></table></div>";
        return $"<section aria-labelledby=\"f-{table.Id}\"><h2 id=\"f-{table.Id}\" class=\"govuk-heading-m\">{Encode(table.Title)}</h2><p class=\"govuk-body-s\">{Encode(table.Explains)}</p>{body}</section>";
    }

    private static string Row(FigureRow row, int most) =>
        $"<tr><th scope=\"row\">{Encode(row.Label)}</th><td class=\"govuk-table__cell--numeric\">{Encode(row.Value)}</td><td>{(row.Bar is > 0 ? $"<meter aria-hidden=\"true\" min=\"0\" max=\"{most}\" value=\"{row.Bar}\"></meter>" : "")}</td></tr>";

    private static string Day(DateTimeOffset at) => Content.CouncilCalendar.InLondon(at).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Encode(string text) => DeskPage.Encode(text);
}
