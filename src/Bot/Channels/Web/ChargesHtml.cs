using System.Globalization;
using TransformingLives.CaseBridge.Charging;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>The figures of the charging year in force, for anybody to check.</summary>
internal static class ChargesHtml
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    private static readonly (string Figure, string Words)[] Guarantees =
    [
        (FigureIds.GuaranteeSingle18To24, "18 to 24 years old, on your own"),
        (FigureIds.GuaranteeSingleWorkingAge, "25 to State Pension age, on your own"),
        (FigureIds.GuaranteeSinglePensionAge, "State Pension age, on your own"),
        (FigureIds.GuaranteeCoupleWorkingAge, "Under State Pension age, one of a couple"),
        (FigureIds.GuaranteeCouplePensionAge, "State Pension age, one of a couple"),
        (FigureIds.GuaranteeEachChild, "For each child at home, more"),
        (FigureIds.DisabilityPremiumSingle, "With the disability premium, more"),
        (FigureIds.EnhancedPremiumSingle, "With the enhanced disability premium, more"),
        (FigureIds.CarerPremium, "With the carer premium, more"),
    ];

    public static string Of(ChargingYear? year)
    {
        if (year is null)
        {
            return "<p class=\"notice\">There are no figures for today. A finance officer will tell you.</p>";
        }

        var ignored = string.Join(", ", year.Incomes.Where(income => !income.Counts).Select(income => income.Title));
        return $"""
            <ul>
            <li>If you have more than {Pounds(year, FigureIds.UpperCapitalLimit)} in savings, you pay for your support yourself. You still have the right to an assessment, and to advice. Tell us before your savings come down to that.</li>
            <li>Savings up to {Pounds(year, FigureIds.LowerCapitalLimit)} are not counted. In between, each {Pounds(year, FigureIds.TariffStep)} counts as {Pounds(year, FigureIds.TariffIncome)} a week.</li>
            <li>You always keep enough to live on. That is the amount in the table below. You keep the costs of your home too, and costs that come from a disability or illness.</li>
            <li>These are not counted: {PageHtml.Encode(ignored)}.</li>
            </ul>
            {Table(year)}
            """;
    }

    private static string Table(ChargingYear year)
    {
        var rows = Guarantees.Select(row => $"<tr><th scope=\"row\">{row.Words}</th><td class=\"number\">{Pounds(year, row.Figure)}</td></tr>");
        return $"<table><caption>What you always keep, each week, {PageHtml.Encode(year.FinancialYear)}</caption><thead><tr><th scope=\"col\">You are</th><th scope=\"col\" class=\"number\">A week</th></tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    private static string Pounds(ChargingYear year, string figure) =>
        $"{year.Amount(figure).ToString("C2", British)}{(year.Figures[figure].IsVerified ? "" : " (to be confirmed)")}";
}
