using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TransformingLives.CaseBridge.Content;

/// <summary>A mapping of a YAML file, read field by field. The first field that can't be read ends the reading, with its line.</summary>
internal sealed class YamlFields(YamlMappingNode node)
{
    /// <summary>Line of the mapping, from 1.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>Names of all fields, in the file's order.</summary>
    public IEnumerable<string> Names => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    /// <summary>The one mapping of a file.</summary>
    /// <exception cref="FieldException">It holds something else.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public static YamlFields Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new ShallowYaml(new StringReader(text)));
        return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? new YamlFields(root) : throw new FieldException(1, "", "The file should hold fields such as 'id: …'.");
    }

    public bool Has(string name) => Find(name) is not (null or YamlScalarNode { Value: null or "" or "null" or "~" });

    /// <summary>Line of a field; of the entry, where the field is a list and an entry is named; of the mapping, where there is no such field.</summary>
    public int LineOf(string name, int index = -1) => Find(name) switch
    {
        YamlSequenceNode list when index >= 0 => (int)list.Children[index].Start.Line,
        { } found => (int)found.Start.Line,
        null => Line,
    };

    public string Text(string name) =>
        Required(name) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value!.Trim() : throw Fault(name, $"'{name}' should be words.");

    public string? Optional(string name) => Has(name) ? Text(name) : null;

    public int Whole(string name) =>
        int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(name, $"'{name}' should be a whole number, not '{Text(name)}'.");

    public decimal Amount(string name) =>
        decimal.TryParse(Text(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Fault(name, $"'{name}' should be pounds, such as 12.50, not '{Text(name)}'.");

    public DateOnly Day(string name) =>
        DateOnly.TryParseExact(Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw Fault(name, $"'{name}' should be a day, such as 2026-04-06.");

    public bool Flag(string name) => Text(name) switch
    {
        "true" => true,
        "false" => false,
        var other => throw Fault(name, $"'{name}' should be true or false, not '{other}'."),
    };

    public YamlFields Section(string name) =>
        Required(name) is YamlMappingNode child ? new YamlFields(child) : throw Fault(name, $"'{name}' should have fields.");

    /// <summary>A list of mappings; a missing list is a fault.</summary>
    public IEnumerable<YamlFields> Items(string name) =>
        Required(name) is YamlSequenceNode list
            ? list.Select(item => item is YamlMappingNode fields ? new YamlFields(fields) : throw new FieldException((int)item.Start.Line, name, $"Each entry of '{name}' should have fields."))
            : throw Fault(name, $"'{name}' should be a list.");

    public FieldException Fault(string name, string message) => new(LineOf(name), name, message);

    private YamlNode Required(string name) => Find(name) ?? throw Fault(name, $"The field '{name}' is missing.");

    private YamlNode? Find(string name) => node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
}

/// <summary>A field that can't be read.</summary>
internal sealed class FieldException(int line, string field, string message) : Exception(message)
{
    public int Line { get; } = line;

    public string Field { get; } = field;
}
