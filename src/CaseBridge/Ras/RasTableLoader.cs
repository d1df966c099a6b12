using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TransformingLives.CaseBridge.Ras;

/// <summary>Reads a table of <c>content/ras</c>. It gives a whole, valid table, or what is wrong with it.</summary>
public static class RasTableLoader
{
    /// <summary>Loads one file.</summary>
    /// <param name="file">Its path below <c>content/</c>, for the problems.</param>
    /// <param name="text">Its text.</param>
    public static (RasTable? Table, ImmutableArray<CaseProblem> Problems) Load(string file, string text)
    {
        var problems = ImmutableArray.CreateBuilder<CaseProblem>();
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                return (null, [new CaseProblem(file, 1, "", "The file should hold one table.")]);
            }

            var table = Read(root);
            Check(file, root, table, problems);
            return problems.Any(problem => problem.IsError) ? (null, problems.ToImmutable()) : (table, problems.ToImmutable());
        }
        catch (FieldException exception)
        {
            return (null, [new CaseProblem(file, exception.Line, exception.Field, exception.Message)]);
        }
        catch (YamlException exception)
        {
            return (null, [new CaseProblem(file, (int)exception.Start.Line, "", exception.Message)]);
        }
    }

    private static RasTable Read(YamlMappingNode root) => new()
    {
        Id = Text(root, "id"),
        Version = Text(root, "version"),
        Status = Text(root, "status"),
        AppliesFrom = Day(root, "applies_from"),
        AppliesTo = Day(root, "applies_to"),
        ApprovedBy = Optional(root, "approved_by"),
        CostIndividuallyFrom = Whole(root, "cost_individually_from"),
        Areas = [.. Items(root, "areas").Select(Area)],
        Knots = [.. Items(root, "knots").Select(knot => new RasKnot(Whole(knot, "points"), Amount(knot, "weekly")))],
    };

    private static RasArea Area(YamlMappingNode area) => new(
        Text(area, "code"),
        Text(area, "title"),
        [.. Text(area, "outcomes").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        [.. Items(area, "levels").Select((level, index) => new RasLevel(index, Whole(level, "points"), Text(level, "text")))],
        Optional(area, "cost_individually_from_level") is null ? null : Whole(area, "cost_individually_from_level"));

    private static void Check(string file, YamlMappingNode root, RasTable table, ImmutableArray<CaseProblem>.Builder problems)
    {
        void Problem(string field, string message, bool isError = true) => problems.Add(new CaseProblem(file, Line(root, field), field, message, isError));

        if (table.Status is not ("test" or "approved" or "retired"))
        {
            Problem("status", $"The status '{table.Status}' should be test, approved or retired.");
        }

        if (table.Status == "approved" && table.ApprovedBy is null)
        {
            Problem("approved_by", "An approved table says who approved it.");
        }

        if (table.AppliesTo < table.AppliesFrom)
        {
            Problem("applies_to", "The table ends before it begins.");
        }

        foreach (var area in table.Areas.Where(area => area.Levels.Zip(area.Levels.Skip(1)).Any(pair => pair.Second.Points < pair.First.Points)))
        {
            Problem("areas", $"In {area.Code}, more need gives fewer points: points should rise from level to level.");
        }

        foreach (var code in table.Areas.GroupBy(area => area.Code).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Problem("areas", $"The area {code} stands twice.");
        }

        if (table.Knots.IsEmpty || table.Knots[0].Points != 0 || table.Knots[^1].Points < table.MaxPoints)
        {
            Problem("knots", $"The price curve should run from 0 to at least {table.MaxPoints} points.");
        }

        if (table.Knots.Zip(table.Knots.Skip(1)).Any(pair => pair.Second.Points <= pair.First.Points || pair.Second.Weekly < pair.First.Weekly))
        {
            Problem("knots", "The price curve should rise: more points, more pounds.");
        }

        if (table.Status == "test")
        {
            Problem("status", "This table is a test: no council has approved it.", isError: false);
        }
    }

    private static YamlNode Field(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : throw new FieldException((int)node.Start.Line, name, $"The field '{name}' is missing.");

    private static int Line(YamlMappingNode node, string name) => (int)(node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value.Start.Line : node.Start.Line);

    private static string Text(YamlMappingNode node, string name) =>
        Field(node, name) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value! : throw new FieldException(Line(node, name), name, $"'{name}' should be words.");

    private static string? Optional(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) && value is YamlScalarNode { Value.Length: > 0 } scalar && scalar.Value != "null" ? scalar.Value : null;

    private static int Whole(YamlMappingNode node, string name) =>
        int.TryParse(Text(node, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FieldException(Line(node, name), name, $"'{name}' should be a whole number, not '{Text(node, name)}'.");

    private static decimal Amount(YamlMappingNode node, string name) =>
        decimal.TryParse(Text(node, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw new FieldException(Line(node, name), name, $"'{name}' should be pounds, such as 12.50, not '{Text(node, name)}'.");

    private static DateOnly Day(YamlMappingNode node, string name) =>
        DateOnly.TryParseExact(Text(node, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new FieldException(Line(node, name), name, $"'{name}' should be a day, such as 2026-04-06.");

    private static IEnumerable<YamlMappingNode> Items(YamlMappingNode node, string name) =>
        Field(node, name) is YamlSequenceNode list
            ? list.Select(item => item as YamlMappingNode ?? throw new FieldException((int)item.Start.Line, name, $"Each entry of '{name}' should have fields."))
            : throw new FieldException(Line(node, name), name, $"'{name}' should be a list.");

    private sealed class FieldException(int line, string field, string message) : Exception(message)
    {
        public int Line { get; } = line;

        public string Field { get; } = field;
    }
}
