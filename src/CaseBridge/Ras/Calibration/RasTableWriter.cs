using System.Globalization;
using System.Text;

namespace TransformingLives.CaseBridge.Ras.Calibration;

/// <summary>Writes a table as a file of <c>content/ras</c>, so that a council can look at a suggestion and check it.</summary>
public static class RasTableWriter
{
    /// <summary>The table in YAML; <see cref="RasTableLoader"/> reads it back.</summary>
    public static string Write(RasTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# A suggestion. Nobody has approved it: its status stays \"test\" until members sign it off.\nid: {Quote(table.Id)}\nversion: {Quote(table.Version)}\nstatus: {table.Status}\n");
        text.Append(CultureInfo.InvariantCulture, $"approved_by: {(table.ApprovedBy is { } by ? Quote(by) : "null")}\napproved_on: {(table.ApprovedOn is { } on ? on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "null")}\n");
        text.Append(CultureInfo.InvariantCulture, $"applies_from: {table.AppliesFrom:yyyy-MM-dd}\napplies_to: {table.AppliesTo:yyyy-MM-dd}\ncost_individually_from: {table.CostIndividuallyFrom}\npanel_from: {table.PanelFrom:0.00}\nholding_options:\n");
        foreach (var option in table.HoldingOptions)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {option.Id}\n    title: {Quote(option.Title)}\n    text: {Quote(option.Text)}\n    can_buy_council_services: {(option.CanBuyCouncilServices ? "true" : "false")}\n");
        }

        text.Append("areas:\n");
        foreach (var area in table.Areas)
        {
            Area(text, area);
        }

        text.Append("knots:\n");
        foreach (var knot in table.Knots)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ points: {knot.Points}, weekly: {knot.Weekly:0.00} }}\n");
        }

        return text.ToString();
    }

    private static void Area(StringBuilder text, RasArea area)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - code: {area.Code}\n    title: {Quote(area.Title)}\n    outcomes: {string.Join(' ', area.Outcomes)}\n");
        if (area.CostIndividuallyFromLevel is { } from)
        {
            text.Append(CultureInfo.InvariantCulture, $"    cost_individually_from_level: {from}\n");
        }

        text.Append("    levels:\n");
        foreach (var level in area.Levels)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - {{ points: {level.Points}, text: {Quote(level.Text)} }}\n");
        }
    }

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
