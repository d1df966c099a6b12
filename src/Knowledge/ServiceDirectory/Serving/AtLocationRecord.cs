using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>A service at a location: the link, its location, and its service without its other locations.</summary>
internal static class AtLocationRecord
{
    private const string Places = "service_at_locations";
    private static readonly string[] OfService = ["name", "status"];

    public static void WriteWhole(Utf8JsonWriter to, JsonElement service, string id)
    {
        to.WriteStartObject();
        foreach (var property in At(service, id).EnumerateObject())
        {
            property.WriteTo(to);
        }

        // The published openapi.json describes this answer by the schema of a service, which asks for these two.
        foreach (var name in OfService)
        {
            to.WritePropertyName(name);
            service.GetProperty(name).WriteTo(to);
        }

        to.WriteStartObject("service");
        foreach (var property in service.EnumerateObject().Where(property => property.Name != Places))
        {
            property.WriteTo(to);
        }

        to.WriteEndObject();
        to.WriteEndObject();
    }

    public static void WriteShort(Utf8JsonWriter to, JsonElement service, string id)
    {
        to.WriteStartObject();
        foreach (var property in At(service, id).EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Array))
        {
            to.WritePropertyName(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                ShortRecord.Write(to, property.Value);
            }
            else
            {
                property.Value.WriteTo(to);
            }
        }

        to.WritePropertyName("service");
        ShortRecord.Write(to, service);
        to.WriteEndObject();
    }

    private static JsonElement At(JsonElement service, string id) =>
        service.GetProperty(Places).EnumerateArray().First(at => at.GetProperty("id").ValueEquals(id));
}
