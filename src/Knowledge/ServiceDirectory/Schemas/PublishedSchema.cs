using System.Collections.Immutable;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Schemas;

/// <summary>The schemata of Open Referral UK 3.0 as they are published, beside this file.</summary>
internal static class PublishedSchema
{
    /// <summary>A service with everything below it.</summary>
    public static SchemaNode Service { get; } = Load("service.json");

    /// <summary>What is wrong with a record, at most <paramref name="most"/> things; empty when it is as published.</summary>
    public static ImmutableArray<RecordFault> Check(JsonElement record, SchemaNode schema, int most)
    {
        var faults = ImmutableArray.CreateBuilder<RecordFault>();
        SchemaCheck.Of(record, schema, "", faults, most);
        return faults.ToImmutable();
    }

    private static SchemaNode Load(string name)
    {
        var read = new Dictionary<string, SchemaNode>(StringComparer.Ordinal);
        SchemaNode ByName(string file)
        {
            if (!read.TryGetValue(file, out var node))
            {
                using var text = typeof(PublishedSchema).Assembly.GetManifestResourceStream(typeof(PublishedSchema), file)
                    ?? throw new InvalidOperationException($"The published schema {file} is not in the program.");
                using var json = JsonDocument.Parse(text);
                node = SchemaNode.Read(json.RootElement, ByName);
                read.Add(file, node);
            }

            return node;
        }

        return ByName(name);
    }
}
