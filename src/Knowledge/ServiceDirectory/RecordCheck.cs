using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Takes a record whole, or says what is wrong with it: first by the published schema, then by what an answer needs.</summary>
internal static class RecordCheck
{
    private const int LongestName = 300;

    /// <summary>So many faults of one record are named; the rest shows when these are mended.</summary>
    private const int MostFaults = 5;

    /// <summary>The record with its words cleaned, or its faults.</summary>
    public static (OpenReferralService? Record, ImmutableArray<RecordFault> Faults) Read(JsonElement written)
    {
        var faults = PublishedSchema.Check(written, PublishedSchema.Service, MostFaults);
        if (!faults.IsEmpty)
        {
            return (null, faults);
        }

        try
        {
            var record = written.Deserialize(OpenReferralJson.Default.OpenReferralService)!;
            faults = [.. FaultsOf(record).Take(MostFaults)];
            return faults.IsEmpty ? (record, []) : (null, faults);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Fields of HSDS that the UK profile doesn't check, and half characters.
            return (null, [new RecordFault((exception as JsonException)?.Path?.TrimStart('$', '.') ?? "", "The value is of the wrong kind.")]);
        }
    }

    private static IEnumerable<RecordFault> FaultsOf(OpenReferralService record)
    {
        if (record.Name is null || record.Name.Length > LongestName)
        {
            yield return new RecordFault("name", record.Name is null ? "There is no name." : $"A name has at most {LongestName} characters.");
        }

        if (record.Organization?.Name is null)
        {
            yield return new RecordFault("organization.name", "Every service names the organisation that runs it.");
        }

        if (Given(record.Url) && WebAddress.Of(record.Url).Length == 0)
        {
            yield return new RecordFault("url", $"'{PlainText.Line(record.Url, 60)}' is not a web address.");
        }

        if (record is { MinimumAge: < 0 or > 150 } or { MaximumAge: < 0 or > 1000 })
        {
            yield return new RecordFault("minimum_age", "The age is nobody's.");
        }

        foreach (var (location, index) in (record.ServiceAtLocations ?? []).Select((at, index) => (at?.Location, index)))
        {
            if (location is { Latitude: < -90 or > 90 } or { Longitude: < -180 or > 180 })
            {
                yield return new RecordFault($"service_at_locations[{index}].location", $"The position {location.Latitude}, {location.Longitude} is not on the globe.");
            }
        }
    }

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);
}
