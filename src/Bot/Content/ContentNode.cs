using System.Collections.Immutable;
using TransformingLives.Knowledge.Content;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TransformingLives.Bot.Content;

/// <summary>A mapping of a YAML file, read field by field: what is wrong is collected with its file, line and field.</summary>
internal sealed class ContentNode
{
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly string path;
    private readonly List<ContentProblem> problems;
    private readonly HashSet<string> read = [];

    private ContentNode(YamlMappingNode node, string file, string path, List<ContentProblem> problems)
    {
        this.node = node;
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    public int LineNumber => (int)node.Start.Line;

    /// <summary>The root of a file; null, with a problem, when it can't be read as a mapping.</summary>
    public static ContentNode? Parse(string file, string text, List<ContentProblem> problems)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new ShallowYaml(new StringReader(text)));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return new ContentNode(root, file, "", problems);
            }

            problems.Add(new ContentProblem(file, 1, "", "The file should hold fields such as 'id: …'."));
        }
        catch (YamlException exception)
        {
            problems.Add(new ContentProblem(file, (int)exception.Start.Line, "", $"This is not valid YAML: {exception.Message}"));
        }

        return null;
    }

    public bool Has(string field) => Child(field) is not null;

    public string Text(string field)
    {
        if (Child(field) is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar.Value!.Trim();
        }

        Problem(field, Has(field) ? $"'{field}' should be words." : $"The field '{field}' is missing.");
        return "";
    }

    public string Optional(string field) => Child(field) is YamlScalarNode scalar && scalar.Value is not (null or "null" or "~") ? scalar.Value.Trim() : "";

    public int? Number(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (int.TryParse(Optional(field), System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Problem(field, $"'{field}' should be a whole number, not '{Optional(field)}'.");
        return null;
    }

    public bool Flag(string field, bool otherwise)
    {
        var text = Optional(field);
        if (text is "" or "true" or "false")
        {
            return text.Length == 0 ? otherwise : text == "true";
        }

        Problem(field, $"'{field}' should be true or false, not '{text}'.");
        return otherwise;
    }

    /// <summary>A list of words, or one word alone.</summary>
    public ImmutableArray<string> Words(string field) => Child(field) switch
    {
        null => [],
        YamlScalarNode { Value: { } value } => [value.Trim()],
        YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(item => item.Value?.Trim() ?? "").Where(item => item.Length > 0)],
        _ => Wrong(field),
    };

    /// <summary>A list of mappings.</summary>
    public IEnumerable<ContentNode> Items(string field)
    {
        switch (Child(field))
        {
            case null:
                yield break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                {
                    if (list.Children[i] is YamlMappingNode item)
                    {
                        yield return new ContentNode(item, file, $"{At(field)}[{i}]", problems);
                    }
                    else
                    {
                        problems.Add(new ContentProblem(file, (int)list.Children[i].Start.Line, $"{At(field)}[{i}]", "This entry should have fields."));
                    }
                }

                break;
            default:
                Problem(field, $"'{field}' should be a list.");
                break;
        }
    }

    /// <summary>A mapping below this one; null when it is not there.</summary>
    public ContentNode? Section(string field) => Child(field) is YamlMappingNode child ? new ContentNode(child, file, At(field), problems) : null;

    /// <summary>The names of all fields.</summary>
    public IEnumerable<string> Fields => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public void Problem(string field, string message, bool isError = true)
    {
        var line = field.Length > 0 && node.Children.TryGetValue(new YamlScalarNode(field), out var child) ? child.Start.Line : node.Start.Line;
        problems.Add(new ContentProblem(file, (int)line, At(field), message, isError));
    }

    /// <summary>Names each field that nobody has read: most are misspelt.</summary>
    public void NoOtherFields()
    {
        foreach (var field in Fields.Where(field => !read.Contains(field)).ToList())
        {
            var near = read.OrderBy(known => Distance(known, field)).FirstOrDefault();
            Problem(field, near is not null && Distance(near, field) <= 3 ? $"There is no field '{field}'. Did you mean '{near}'?" : $"There is no field '{field}' here.");
        }
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(cost, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }

    private ImmutableArray<string> Wrong(string field)
    {
        Problem(field, $"'{field}' should be a list of words.");
        return [];
    }

    private string At(string field) => path.Length == 0 ? field : field.Length == 0 ? path : $"{path}.{field}";

    private YamlNode? Child(string field)
    {
        read.Add(field);
        return node.Children.TryGetValue(new YamlScalarNode(field), out var child) ? child : null;
    }
}
