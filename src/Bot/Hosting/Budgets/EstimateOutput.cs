using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TransformingLives.CaseBridge.Charging;
using TransformingLives.CaseBridge.Ras;

namespace TransformingLives.Bot.Hosting.Budgets;

/// <summary>An estimate as the verb prints it.</summary>
internal static class EstimateOutput
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public static string Json(DateOnly day, EstimateResult result, Contribution? contribution) => result switch
    {
        EstimateResult.Estimated(var estimate) => JsonSerializer.Serialize(new { day, estimate, contribution, indicative = true }, Readable),
        EstimateResult.Refused refused => JsonSerializer.Serialize(new { day, refused = refused.Code, refused.Reason }, Readable),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Text(DateOnly day, EstimateResult result, Contribution? contribution) => result switch
    {
        EstimateResult.Estimated(var estimate) => Text(day, estimate) + (contribution is null ? "" : Text(contribution)),
        EstimateResult.Refused refused => $"No figure ({refused.Code}): {refused.Reason}.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Text(DateOnly day, BudgetEstimate estimate)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"INDICATIVE: not an offer. Table {estimate.TableId} {estimate.TableVersion} ({estimate.TableStatus}), {day:yyyy-MM-dd}");
        foreach (var area in estimate.Areas)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {area.Code} {area.Title,-34} {area.Points,3} of {area.Max,2}  {area.Answer}");
        }

        foreach (var line in estimate.Working.Concat(estimate.CostIndividually).Concat(estimate.Panel is { } panel ? [panel] : []))
        {
            text.AppendLine(line);
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"{estimate.Points} points: £{estimate.Weekly:#,##0.00} a week, £{estimate.FourWeekly:#,##0.00} for four weeks, £{estimate.FourWeekly * PaymentSchedule.PeriodsInAYear:#,##0.00} for {PaymentSchedule.PeriodsInAYear} payments in a year.");
        return text.ToString().TrimEnd();
    }

    private static string Text(Contribution contribution)
    {
        var text = new StringBuilder($"\n\nWhat the person may have to pay ({contribution.YearId})\n");
        text.AppendJoin('\n', contribution.Working);
        if (!contribution.Unverified.IsEmpty)
        {
            text.Append($"\nNot verified, so a finance officer will confirm: {string.Join(", ", contribution.Unverified)}.");
        }

        return text.ToString();
    }
}
