using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TransformingLives.CaseBridge.Ras.Calibration;

namespace TransformingLives.Bot.Hosting.Budgets.Simulating;

/// <summary>A simulation as the verb prints it.</summary>
internal static class SimulateOutput
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Json(Simulated of) => JsonSerializer.Serialize(
        new
        {
            result = of.Result,
            before = of.Before,
            sensitivity = of.Sensitivity,
            suggestion = of.Suggestion.Best is { } best ? new { best.Bend, knots = best.Table.Knots, best.Result } : null,
            tried = of.Suggestion.Tried.Select(candidate => new { candidate.Bend, candidate.Result.Yearly, candidate.Result.LeftOfToSpend, lose = candidate.Result.Groups[0].Lose }),
        },
        Readable);

    public static string Text(Simulated of)
    {
        var text = new StringBuilder();
        Spend(text, of);
        Spread(text, of.Result.Distribution);
        Groups(text, of);
        Suggestion(text, of);
        text.AppendLine("\nHow far the spend moves, a year:");
        foreach (var change in of.Sensitivity)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Pounds(change.Yearly),14}  {change.What}");
        }

        return text.ToString().TrimEnd();
    }

    private static void Spend(StringBuilder text, Simulated of)
    {
        var result = of.Result;
        text.AppendLine(CultureInfo.InvariantCulture, $"Table {result.Table} on {result.Cases:#,##0} cases. All figures are indicative budgets.");
        text.AppendLine($"  Spend a year    {Pounds(result.Yearly),16}   (now {Pounds(result.YearlyBefore)})");
        text.AppendLine($"  Cash limit      {Pounds(result.CashLimit),16}   {LeftOrOver(result.LeftOfLimit)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  With {result.ContingencyPercent:0.#} % held back {Pounds(result.ToSpend),11}   {LeftOrOver(result.LeftOfToSpend)}");
    }

    private static void Spread(StringBuilder text, Distribution spread)
    {
        text.AppendLine($"\nBudgets a week: a tenth have {Pounds(spread.P10)} or less, a quarter {Pounds(spread.P25)}, half {Pounds(spread.Median)}, three quarters {Pounds(spread.P75)}, nine tenths {Pounds(spread.P90)}; the most is {Pounds(spread.Most)}.");
        var widest = Math.Max(1, spread.Bands.Max());
        for (var band = 0; band < spread.Bands.Length; band++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  £{band * Distribution.BandWidth,4} to £{((band + 1) * Distribution.BandWidth) - 0.01m,7:0.00} {spread.Bands[band],7:#,##0} {new string('#', spread.Bands[band] * 40 / widest)}");
        }
    }

    private static void Groups(StringBuilder text, Simulated of)
    {
        text.AppendLine($"\nWho gains and who loses, against what they have now (or {of.Before}):");
        text.AppendLine("                                       cases   before    after   change   gain   lose");
        foreach (var group in of.Result.Groups)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {group.Dimension,-10} {group.Group,-22} {group.Cases,9:#,##0} {group.MeanBefore,8:0.00} {group.MeanAfter,8:0.00} {group.Change,8:+0.00;-0.00;0.00} {Share(group.Gain, group.Cases),6} {Share(group.Lose, group.Cases),6}");
        }
    }

    private static void Suggestion(StringBuilder text, Simulated of)
    {
        if (of.Suggestion.Best is not { } best)
        {
            text.AppendLine("\nNo curve with this top meets the limit. Choose a lower price at 100 points, or a higher limit.");
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"\nA table that meets the limit, {Pounds(best.Result.LeftOfToSpend)} a year to spare (top as the council set it, bend {best.Bend:0.00}):");
        text.AppendLine($"  {string.Join("  ", best.Table.Knots.Select(knot => string.Create(CultureInfo.InvariantCulture, $"{knot.Points}: {knot.Weekly:0.00}")))}");
        var all = best.Result.Groups[0];
        text.AppendLine($"  {Share(all.Gain, all.Cases)} of people would get more, {Share(all.Lose, all.Cases)} less.");
    }

    private static string LeftOrOver(decimal left) => left >= 0 ? $"{Pounds(left)} left" : $"{Pounds(-left)} OVER";

    private static string Share(int part, int all) => all == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * part / all:0.0}%");

    private static string Pounds(decimal amount) => amount.ToString("£#,##0.00", CultureInfo.InvariantCulture);
}
