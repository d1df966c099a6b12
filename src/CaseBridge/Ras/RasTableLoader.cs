using System.Collections.Immutable;
using TransformingLives.CaseBridge.Content;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>Reads a table of <c>content/ras</c>. It gives a whole, valid table, or what is wrong with it.</summary>
public static class RasTableLoader
{
    /// <summary>Loads one file.</summary>
    /// <param name="file">Its path below <c>content/</c>, for the problems.</param>
    /// <param name="text">Its text.</param>
    public static (RasTable? Table, ImmutableArray<CaseProblem> Problems) Load(string file, string text) =>
        TableFile.Load(file, text, fields => Read(file, fields), (fields, table) => Check(file, fields, table));

    private static RasTable Read(string file, YamlFields root) => new()
    {
        File = file,
        Id = root.Text("id"),
        Version = root.Text("version"),
        Status = root.Text("status"),
        AppliesFrom = root.Day("applies_from"),
        AppliesTo = root.Day("applies_to"),
        ApprovedBy = root.Optional("approved_by"),
        ApprovedOn = root.Has("approved_on") ? root.Day("approved_on") : null,
        CostIndividuallyFrom = root.Whole("cost_individually_from"),
        PanelFrom = root.Amount("panel_from"),
        HoldingOptions = [.. root.Items("holding_options").Select(option => new HoldingOption(option.Text("id"), option.Text("title"), option.Text("text"), option.Flag("can_buy_council_services")))],
        Areas = [.. root.Items("areas").Select(Area)],
        Knots = [.. root.Items("knots").Select(knot => new RasKnot(knot.Whole("points"), knot.Amount("weekly")))],
    };

    private static RasArea Area(YamlFields area) => new(
        area.Text("code"),
        area.Text("title"),
        [.. area.Text("outcomes").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        [.. area.Items("levels").Select((level, index) => new RasLevel(index, level.Whole("points"), level.Text("text")))],
        area.Has("cost_individually_from_level") ? area.Whole("cost_individually_from_level") : null);

    private static IEnumerable<CaseProblem> Check(string file, YamlFields root, RasTable table)
    {
        foreach (var (field, index, message) in RasTableChecks.Of(table))
        {
            yield return new CaseProblem(file, root.LineOf(field, index), field, message);
        }

        if (table.Status == RasStatus.Test)
        {
            yield return new CaseProblem(file, root.LineOf("status"), "status", "This table is a test: no council has approved it.", IsError: false);
        }
    }
}
