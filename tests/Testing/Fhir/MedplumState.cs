using System.Text.Json;

namespace TransformingLives.Testing.Fhir;

/// <summary>What a FHIR server has and has seen.</summary>
public sealed class MedplumState(JsonElement state)
{
    /// <summary>What the validators objected to.</summary>
    public IReadOnlyList<string> Problems => [.. state.GetProperty("invalid").EnumerateArray().Select(problem => problem.GetString()!)];

    /// <summary>Requests for FHIR.</summary>
    public int Requests => state.GetProperty("requests").GetInt32();

    /// <summary>Requests that were carried out and never answered.</summary>
    public int Cut => state.GetProperty("cut").GetInt32();

    /// <summary>Requests that met nobody while it was away.</summary>
    public int Away => state.GetProperty("away").GetInt32();

    /// <summary>Requests that were failed on purpose.</summary>
    public int Failed => state.GetProperty("failed").GetInt32();

    /// <summary>All resources of a type.</summary>
    public IReadOnlyList<JsonElement> Of(string type) => [.. All.Where(resource => resource.GetProperty("resourceType").GetString() == type)];

    /// <summary>All resources, by type and how many.</summary>
    public string Counted => string.Join(", ", All.GroupBy(resource => resource.GetProperty("resourceType").GetString()).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}"));

    /// <summary>The values of an identifier system, in all resources of a type.</summary>
    public IReadOnlyList<string> Identifiers(string type, string systemEndsWith) =>
    [
        .. Of(type).SelectMany(resource => resource.GetProperty("identifier").ValueKind == JsonValueKind.Array ? resource.GetProperty("identifier").EnumerateArray() : Enumerable.Repeat(resource.GetProperty("identifier"), 1))
            .Where(identifier => identifier.GetProperty("system").GetString()!.EndsWith(systemEndsWith, StringComparison.Ordinal))
            .Select(identifier => identifier.GetProperty("value").GetString()!),
    ];

    private IEnumerable<JsonElement> All => state.GetProperty("resources").EnumerateArray();
}
