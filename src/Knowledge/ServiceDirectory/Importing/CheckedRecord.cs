using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>A record of a feed that has been looked at: taken, or left out with reasons.</summary>
/// <param name="Id">In lower case; empty when it has none.</param>
/// <param name="Json">The record, cleaned, on one line; null when it is left out.</param>
/// <param name="Service">What residents would see; null when it is left out.</param>
internal sealed record CheckedRecord(string Id, byte[]? Json, Service? Service, ImmutableArray<LeftOutRecord> Reasons)
{
    /// <summary>Names of its taxonomy terms.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>A longer record holds something that nobody reads, in bytes.</summary>
    private const int Longest = 1_000_000;

    public static CheckedRecord Of(FeedRecord written, DateOnly today, TopicTerms topics)
    {
        if (written.Json.Length > Longest)
        {
            return LeftOut(written, "", $"The record has {written.Json.Length:N0} bytes; at most {Longest:N0} are taken.");
        }

        var (record, faults) = ServiceFiles.Read(written.Json);
        if (record is null)
        {
            var (id, name) = written.Known();
            return new CheckedRecord(id, null, null, [.. faults.Select(fault => new LeftOutRecord(written.Where, id, name, fault.Field, fault.Message))]);
        }

        record = record with { Id = record.Id!.ToLowerInvariant() };
        return new CheckedRecord(record.Id, JsonSerializer.SerializeToUtf8Bytes(record, OpenReferralJson.Default.OpenReferralService), ServiceReader.Service(record, today, topics), [])
        {
            Categories = [.. (record.Attributes ?? []).Select(attribute => attribute?.TaxonomyTerm?.Name).OfType<string>()],
        };
    }

    public static CheckedRecord LeftOut(FeedRecord written, string field, string message)
    {
        var (id, name) = written.Known();
        return new CheckedRecord(id, null, null, [new LeftOutRecord(written.Where, id, name, field, message)]);
    }
}
