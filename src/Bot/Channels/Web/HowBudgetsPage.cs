using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The whole method and table, for anybody to check (Care and support statutory guidance, 11.24): the words of <c>content/pages</c>, the figures of <c>content/ras</c>.</summary>
internal static class HowBudgetsPage
{
    public const string Path = "/how-budgets-are-worked-out";
    private const int ScoresInATable = 26;
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Render(CouncilSettings council, PublicPage page, RasTable? table, ChargingYear? year) =>
        PublicPageHtml.Render(council, page, place => place == "charges" ? ChargesHtml.Of(year) : table is null ? NoTable(place) : Part(place, table));

    private static string NoTable(string place) => place == "status" ? "<p class=\"notice\">There is no table in force today, so no figures are shown.</p>" : "";

    private static string Part(string place, RasTable table) => place switch
    {
        "status" => Status(table),
        "individually" => Individually(table),
        "panel" => $"<p>A plan of {Pounds(table.PanelFrom)} a week or more is looked at by a panel, so that it keeps you safe and well.</p>",
        "holding" => $"<ul>{string.Concat(table.HoldingOptions.Select(option => $"<li><strong>{PageHtml.Encode(option.Title)}.</strong> {PageHtml.Encode(option.Text)}</li>"))}</ul>",
        "questions" => string.Concat(table.Areas.Select(Question)),
        _ => Prices(table),
    };

    private static string Status(RasTable table)
    {
        var dates = string.Create(British, $"It is used from {table.AppliesFrom:d MMMM yyyy} to {table.AppliesTo:d MMMM yyyy}.");
        var standing = table.Status == RasStatus.Approved
            ? string.Create(British, $"It was approved by {table.ApprovedBy} on {table.ApprovedOn:d MMMM yyyy}.")
            : "It is a test. The council's members have not approved it yet.";
        return $"<p class=\"notice\">This is table {PageHtml.Encode(table.Id)}, version {PageHtml.Encode(table.Version)}. {PageHtml.Encode(standing)} {dates}</p>";
    }

    private static string Individually(RasTable table)
    {
        var areas = table.Areas.Where(area => area.CostIndividuallyFromLevel is not null)
            .SelectMany(area => area.Levels.Skip(area.CostIndividuallyFromLevel!.Value).Select(level => $"the answer about “{area.Title}” is “{level.Text}”"));
        return $"<ul>{string.Concat(areas.Prepend($"the score is {table.CostIndividuallyFrom} points or more").Select(line => $"<li>{PageHtml.Encode(line)}</li>"))}</ul>";
    }

    private static string Question(RasArea area)
    {
        var rows = area.Levels.Select(level => $"<tr><td>{PageHtml.Encode(level.Text)}</td><td class=\"number\">{level.Points}</td></tr>");
        return $"<table><caption>{PageHtml.Encode(area.Title)}</caption><thead><tr><th scope=\"col\">Answer</th><th scope=\"col\" class=\"number\">Points</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    private static string Prices(RasTable table)
    {
        var tables = Enumerable.Range(0, table.MaxPoints + 1).Chunk(ScoresInATable).Select(scores => PriceTable(table, scores));
        return $"<div class=\"prices\">{string.Concat(tables)}</div>";
    }

    private static string PriceTable(RasTable table, int[] scores)
    {
        var rows = scores.Select(points => (Points: points, Weekly: EstimateBudget.WeeklyFor(table, points)))
            .Select(row => $"<tr><th scope=\"row\">{row.Points}</th><td class=\"number\">{Pounds(row.Weekly)}</td><td class=\"number\">{Pounds(row.Weekly * PaymentSchedule.Weeks)}</td></tr>");
        return $"<table><caption>{scores[0]} to {scores[^1]} points</caption><thead><tr><th scope=\"col\">Points</th><th scope=\"col\" class=\"number\">A week</th><th scope=\"col\" class=\"number\">Four weeks</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    private static string Pounds(decimal amount) => amount.ToString("C2", British);
}
