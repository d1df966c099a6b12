using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Hosting.Budgets.Simulating;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Desk.Calibration;

/// <summary>What a table would cost, and to whom: the answer first, then plots, then each figure in a table that reads well aloud.</summary>
internal static class TrialPage
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Html(TableTrial trial, Simulated of) => $"""
        <p class="govuk-body noprint"><a class="govuk-link" href="/desk/calibration">Try another</a></p>
        <h1 class="govuk-heading-l">What the table would cost</h1>
        <p class="govuk-body">{Encode(trial.About)}. All figures are indicative budgets, and nobody's support changes by this page.</p>
        <dl class="govuk-summary-list">{Spend(of.Result)}</dl>
        <div class="plots">{SimulationReport.Plots(of)}</div>
        {Suggested(trial, of)}
        <h2 class="govuk-heading-m">Who gains and who loses</h2>
        {Table("Who gains and who loses, pounds a week", ["Group", "Cases", "Now", "Then", "Change", "More", "Less"], of.Result.Groups.Select(Group))}
        <h2 class="govuk-heading-m">How budgets are spread</h2>
        {Table("How budgets are spread, pounds a week", ["Part of the cases", "This or less"], Spread(of.Result.Distribution))}
        <h2 class="govuk-heading-m">How far the spend moves</h2>
        {Table("How far the spend moves, pounds a year", ["If", "Pounds a year"], of.Sensitivity.Select(change => (ImmutableArray<string>)[change.What, Pounds(change.Yearly)]))}
        """;

    private static string Spend(SimulationResult result) =>
        Row("Spend a year", $"{Pounds(result.Yearly)} (now {Pounds(result.YearlyBefore)})")
        + Row("Cash limit", $"{Pounds(result.CashLimit)}: {LeftOrOver(result.LeftOfLimit)}")
        + Row(string.Create(British, $"With {result.ContingencyPercent:0.#} % held back"), $"{Pounds(result.ToSpend)}: {LeftOrOver(result.LeftOfToSpend)}");

    private static string Suggested(TableTrial trial, Simulated of)
    {
        if (of.Suggestion.Best is not { } best)
        {
            return "<h2 class=\"govuk-heading-m\">A table that meets the limit</h2><p class=\"govuk-body\">No curve with this top meets the limit. Choose a lower price at 100 points, or a higher limit.</p>";
        }

        var all = best.Result.Groups[0];
        return $"""
            <h2 class="govuk-heading-m">A table that meets the limit</h2>
            <p class="govuk-body">It leaves {Pounds(best.Result.LeftOfToSpend)} a year with the contingency held back. The price of 100 points stays as the council set it. {Share(all.Gain, all.Cases)} of people would get more and {Share(all.Lose, all.Cases)} less. It is a proposal to look at, not a decision.</p>
            {Table("The suggested table, pounds a week", ["Points", "Tried", "Suggested"], of.Table.Knots.Zip(best.Table.Knots, (tried, suggested) => (ImmutableArray<string>)[tried.Points.ToString(British), Pounds(tried.Weekly), Pounds(suggested.Weekly)]))}
            <p class="govuk-body"><a class="govuk-link" href="/desk/calibration/{trial.Id}/suggested.yaml">Save the suggested table (YAML)</a>, with the status "test".</p>
            """;
    }

    private static ImmutableArray<string> Group(GroupChange group) =>
    [
        group.Dimension == "All" ? "Everybody" : $"{group.Dimension}: {group.Group}", group.Cases.ToString("N0", British), Pounds(group.MeanBefore), Pounds(group.MeanAfter),
        group.Change.ToString("+£0.00;-£0.00;£0.00", CultureInfo.InvariantCulture), Share(group.Gain, group.Cases), Share(group.Lose, group.Cases),
    ];

    private static IEnumerable<ImmutableArray<string>> Spread(Distribution spread) =>
    [
        ["A tenth", Pounds(spread.P10)], ["A quarter", Pounds(spread.P25)], ["Half", Pounds(spread.Median)],
        ["Three quarters", Pounds(spread.P75)], ["Nine tenths", Pounds(spread.P90)], ["All", Pounds(spread.Most)],
    ];

    private static string Table(string caption, ImmutableArray<string> heads, IEnumerable<ImmutableArray<string>> rows) => $"""
        <div class="wide" tabindex="0" role="region" aria-label="Table: {Encode(caption)}"><table class="govuk-table"><caption class="govuk-visually-hidden">{Encode(caption)}</caption>
        <thead><tr>{string.Concat(heads.Select((head, at) => $"<th scope=\"col\"{(at > 0 ? " class=\"govuk-table__header--numeric\"" : "")}>{Encode(head)}</th>"))}</tr></thead>
        <tbody>{string.Concat(rows.Select(row => $"<tr><th scope=\"row\">{Encode(row[0])}</th>{string.Concat(row.Skip(1).Select(cell => $"<td class=\"govuk-table__cell--numeric\">{Encode(cell)}</td>"))}</tr>"))}</tbody></table></div>
        """;

    private static string Row(string label, string words) =>
        $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{label}</dt><dd class=\"govuk-summary-list__value\">{words}</dd></div>";

    private static string LeftOrOver(decimal left) => left >= 0 ? $"{Pounds(left)} left" : $"<strong>{Pounds(-left)} over</strong>";

    private static string Share(int part, int all) => all == 0 ? "–" : string.Create(British, $"{100.0 * part / all:0.0} %");

    private static string Pounds(decimal amount) => amount.ToString("C2", British);

    private static string Encode(string text) => DeskPage.Encode(text);
}
