using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Schemas;

/// <summary>What the published schema says of one value: the keywords that Open Referral UK 3.0 uses, and no others.</summary>
internal sealed record SchemaNode
{
    public SchemaKind Kind { get; init; }

    /// <summary><c>uuid</c>, <c>uri</c>, <c>email</c>, <c>date-time</c>, or of the tables' types <c>date</c>, <c>time</c>; empty for any text.</summary>
    public string Format { get; init; } = "";

    /// <summary>The only values there are; empty for any.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    public FrozenDictionary<string, SchemaNode> Properties { get; init; } = FrozenDictionary<string, SchemaNode>.Empty;

    public ImmutableArray<string> Required { get; init; } = [];

    /// <summary>What each entry of a list is.</summary>
    public SchemaNode? Items { get; init; }

    /// <summary>Reads a schema; a reference is the name of another file.</summary>
    public static SchemaNode Read(JsonElement written, Func<string, SchemaNode> byName)
    {
        if (written.TryGetProperty("$ref", out var reference))
        {
            return byName(reference.GetString()!);
        }

        return new SchemaNode
        {
            Kind = KindOf(Text(written, "type")),
            Format = Text(written, "format") is { Length: > 0 } format ? format : Text(written, "datapackage_type") is "date" or "time" ? Text(written, "datapackage_type") : "",
            Allowed = Texts(written, "enum"),
            Required = Texts(written, "required"),
            Properties = written.TryGetProperty("properties", out var properties)
                ? properties.EnumerateObject().ToFrozenDictionary(property => property.Name, property => Read(property.Value, byName), StringComparer.Ordinal)
                : FrozenDictionary<string, SchemaNode>.Empty,
            Items = written.TryGetProperty("items", out var items) ? Read(items, byName) : null,
        };
    }

    private static SchemaKind KindOf(string type) => type switch
    {
        "object" => SchemaKind.Record,
        "array" => SchemaKind.List,
        "string" => SchemaKind.Text,
        "number" => SchemaKind.Number,
        _ => throw new InvalidOperationException($"The published schema has a type '{type}' that isn't known here."),
    };

    private static string Text(JsonElement written, string name) => written.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static ImmutableArray<string> Texts(JsonElement written, string name) => written.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}

/// <summary>The kinds of value that there are in Open Referral UK.</summary>
internal enum SchemaKind
{
    Record,
    List,
    Text,
    Number,
}
