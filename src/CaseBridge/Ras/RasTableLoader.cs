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
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                return (null, [new CaseProblem(file, 1, "", "The file should hold one table.")]);
            }

            var table = Read(root);
            var problems = Check(file, root, table).ToImmutableArray();
            return (problems.Any(problem => problem.IsError) ? null : table, problems);
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

    private static IEnumerable<CaseProblem> Check(string file, YamlMappingNode root, RasTable table)
    {
        foreach (var (field, index, message) in RasTableChecks.Of(table))
        {
            yield return new CaseProblem(file, Line(root, field, index), field, message);
        }

        if (table.Status == "test")
        {
            yield return new CaseProblem(file, Line(root, "status"), "status", "This table is a test: no council has approved it.", IsError: false);
        }
    }

    private static int Line(YamlMappingNode root, string field, int index) =>
        index >= 0 && Field(root, field) is YamlSequenceNode list ? (int)list.Children[index].Start.Line : Line(root, field);

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
