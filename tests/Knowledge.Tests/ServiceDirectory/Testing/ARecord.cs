using System.Text.Json;
using System.Text.Json.Nodes;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

/// <summary>Builds Open Referral UK records: a good one, changed where a test says so.</summary>
internal sealed class ARecord
{
    private readonly JsonObject json = JsonNode.Parse("""
        {
          "id": "ac148810-d857-441c-9679-408f346de14b",
          "name": "Ely Lunch Club",
          "description": "A hot lunch and company.",
          "status": "active",
          "organization": { "id": "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610", "name": "Ely Good Company", "description": "A charity" },
          "service_at_locations": [ { "id": "18db6bd0-d9a8-517b-bdee-134f6d390697", "location": { "id": "5d7ca244-6029-548b-8b52-1febed329848", "location_type": "physical", "latitude": 52.4, "longitude": 0.27 } } ]
        }
        """)!.AsObject();

    public static ARecord Good() => new();

    public static ARecord Numbered(int number) => Good().With("id", Id(number)).With("name", $"Service {number}");

    public static string Id(int number) => $"00000000-0000-4000-8000-{number:x12}";

    /// <summary>Sets a field: "organization.website", "service_at_locations.0.location.latitude".</summary>
    public ARecord With(string path, JsonNode? value)
    {
        var (parent, last) = Parent(path);
        if (parent is JsonArray list)
        {
            list[int.Parse(last)] = value;
        }
        else
        {
            parent[last] = value;
        }

        return this;
    }

    public ARecord WithJson(string path, string value) => With(path, JsonNode.Parse(value));

    public ARecord Without(string path)
    {
        var (parent, last) = Parent(path);
        parent.AsObject().Remove(last);
        return this;
    }

    public JsonElement Element() => JsonSerializer.Deserialize<JsonElement>(ToString());

    public override string ToString() => json.ToJsonString();

    private (JsonNode Parent, string Last) Parent(string path)
    {
        var parts = path.Split('.');
        JsonNode node = json;
        foreach (var part in parts[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(part)]! : node[part]!;
        }

        return (node, parts[^1]);
    }
}
