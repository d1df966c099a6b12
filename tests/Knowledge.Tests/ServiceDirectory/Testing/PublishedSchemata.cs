using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

/// <summary>The published schemata as JsonSchema.Net reads them: a judge that we have not written.</summary>
internal static class PublishedSchemata
{
    public static EvaluationOptions Options { get; } = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    public static JsonSchema Service { get; } = Load("service.json");

    public static JsonSchema ServiceAtLocation { get; } = Load("service_at_location.json");

    public static JsonSchema Taxonomy { get; } = Load("taxonomy.json");

    public static JsonSchema TaxonomyTerm { get; } = Load("taxonomy_term.json");

    private static JsonSchema Load(string name)
    {
        const string prefix = "TransformingLives.Knowledge.ServiceDirectory.Schemas.";
        var assembly = typeof(KnowledgeBase).Assembly;
        var all = new JsonObject();
        foreach (var resource in assembly.GetManifestResourceNames().Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal) && !resource.EndsWith("openapi.json", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            all[resource[prefix.Length..]] = JsonNode.Parse(Regex.Replace(text.ReadToEnd(), "(\"\\$ref\": *\")", "$1#/$defs/"));
        }

        return JsonSchema.FromText(new JsonObject { ["$ref"] = $"#/$defs/{name}", ["$defs"] = all }.ToJsonString(), new BuildOptions { Dialect = Dialect.Draft201909 });
    }
}
