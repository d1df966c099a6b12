using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TransformingLives.Knowledge.Content;

/// <summary>Reads a YAML mapping as a record: a missing, unknown or ill-shaped field is a problem with its line.</summary>
internal static class YamlRecord
{
    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithEnforceRequiredMembers()
        .Build();

    /// <param name="file">Path below the content folder, for problems.</param>
    /// <param name="yaml">The text.</param>
    /// <param name="firstLine">Line of the file on which <paramref name="yaml"/> begins, from 1.</param>
    /// <param name="problems">Where a problem is noted; the result is null then.</param>
    public static T? Read<T>(string file, string yaml, int firstLine, List<KnowledgeProblem> problems)
        where T : class
    {
        try
        {
            if (Reader.Deserialize<T?>(new ShallowYaml(new StringReader(yaml))) is { } record)
            {
                return record;
            }

            problems.Add(new KnowledgeProblem(file, firstLine, "", "There is nothing in this file."));
        }
        catch (YamlException exception)
        {
            var line = (int)exception.Start.Line + firstLine - 1;
            problems.Add(new KnowledgeProblem(file, line, FieldAt(yaml, (int)exception.Start.Line), exception.InnerException?.Message ?? exception.Message));
        }

        return null;
    }

    /// <summary>The line of a field, counted from <paramref name="firstLine"/>.</summary>
    public static int LineOf(string yaml, string field, int firstLine)
    {
        var lines = yaml.Split('\n');
        return firstLine + Math.Max(0, Array.FindIndex(lines, line => line.StartsWith($"{field}:", StringComparison.Ordinal)));
    }

    private static string FieldAt(string yaml, int line)
    {
        var lines = yaml.Split('\n');
        var written = line >= 1 && line <= lines.Length ? lines[line - 1] : "";
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : written[..colon].Trim(' ', '-');
    }
}
