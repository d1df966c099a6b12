using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>A record with what it has one of only, as the standard's lists show it.</summary>
internal static class ShortRecord
{
    public static void Write(Utf8JsonWriter to, JsonElement record)
    {
        to.WriteStartObject();
        foreach (var property in record.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Array))
        {
            to.WritePropertyName(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Write(to, property.Value);
            }
            else
            {
                property.Value.WriteTo(to);
            }
        }

        to.WriteEndObject();
    }
}
