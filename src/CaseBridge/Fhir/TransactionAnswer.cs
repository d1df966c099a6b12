using System.Text.Json;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>What a server says to a transaction, read leniently: servers differ in what they add.</summary>
internal static class TransactionAnswer
{
    /// <summary>Type and id of each entry, in the order sent; null when the answer isn't one.</summary>
    public static IReadOnlyList<string>? Locations(string body, int count)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var locations = json.RootElement.GetProperty("entry").EnumerateArray().Select(Location).ToList();
            return locations.Count == count && locations.TrueForAll(location => location.Length > 0) ? locations : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary><c>Type/id</c> of an entry that stands; empty for one that doesn't.</summary>
    private static string Location(JsonElement entry)
    {
        var response = entry.GetProperty("response");
        if (!response.GetProperty("status").GetString()!.StartsWith('2'))
        {
            return "";
        }

        // Type/id, perhaps after an address, perhaps before /_history/version.
        var location = response.TryGetProperty("location", out var given) ? given.GetString() ?? "" : Made(entry);
        var parts = location.Split("/_history", 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? "" : $"{parts[^2]}/{parts[^1]}";
    }

    private static string Made(JsonElement entry) => entry.TryGetProperty("resource", out var resource) && resource.TryGetProperty("id", out var id)
        ? $"{resource.GetProperty("resourceType").GetString()}/{id.GetString()}"
        : "";
}
