using System.Text.Json;
using CsCheck;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

/// <summary>Our reading of the published schema against JsonSchema.Net's, on records broken at random.</summary>
public sealed class PublishedSchemaTests
{
    private static readonly string[] Paths =
    [
        "id", "name", "status", "url", "email", "minimum_age", "schedules", "description", "organization", "organization.id", "organization.name", "organization.website",
        "service_at_locations", "service_at_locations.0", "service_at_locations.0.id", "service_at_locations.0.location.location_type", "service_at_locations.0.location.latitude", "cost_options", "languages",
    ];

    // Values on which the two may differ by rights (null and empty texts, see SchemaCheck) are not among them.
    private static readonly string[] Values =
    [
        "7", "7.5", "true", "\"active\"", "\"words\"", "\"physical\"", "[]", "{}", "[7]", "[{}]", """[{"id":"ac148810-d857-441c-9679-408f346de14b"}]""", "\"https://example.org\"", "\"a@example.org\"", "\"ac148810-d857-441c-9679-408f346de14b\"",
    ];

    private static readonly Gen<(string Path, string? Value)[]> Changes =
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Int[-1, Values.Length - 1]).Select((path, value) => (Paths[path], value < 0 ? null : Values[value])).Array[1, 3];

    [Fact]
    public void Agrees_with_another_reading_of_the_same_schema_on_broken_records()
    {
        var theirs = PublishedSchemata.Service;
        Changes.Sample(
            changes =>
            {
                var record = Broken(changes);
                var ours = PublishedSchema.Check(record, PublishedSchema.Service, 100).IsEmpty;
                Assert.True(ours == theirs.Evaluate(record, PublishedSchemata.Options).IsValid, record.GetRawText());
            },
            iter: 3_000);
    }

    private static JsonElement Broken((string Path, string? Value)[] changes)
    {
        var record = ARecord.Good();
        foreach (var (path, value) in changes)
        {
            try
            {
                _ = value is null ? record.Without(path) : record.WithJson(path, value);
            }
            catch (Exception exception) when (exception is InvalidOperationException or NullReferenceException or ArgumentOutOfRangeException or FormatException)
            {
                // An earlier change took away what this one wanted to change.
                continue;
            }
        }

        return record.Element();
    }
}
