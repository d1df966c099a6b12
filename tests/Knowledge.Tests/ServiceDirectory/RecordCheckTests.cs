using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class RecordCheckTests
{
    [Fact]
    public void A_good_record_has_no_fault()
    {
        var (record, faults) = RecordCheck.Read(ARecord.Good().Element());

        Assert.Empty(faults);
        Assert.Equal("Ely Lunch Club", record!.Name);
    }

    [Theory]
    [InlineData("id", "\"12\"", "id", "'12' should be a UUID")]
    [InlineData("name", "7", "name", "should be a text, and is a number")]
    [InlineData("name", "\"<script>alert(1)</script>\"", "name", "There is no name.")]
    [InlineData("status", "\"open\"", "status", "'open' is not one of: active, inactive, defunct, temporarily closed.")]
    [InlineData("url", "\"www.example.org\"", "url", "should be a web address")]
    [InlineData("url", "\"javascript:alert(1)\"", "url", "should be a web address")]
    [InlineData("url", "\"https://bank.example@evil.example\"", "url", "is not a web address")]
    [InlineData("email", "\"nobody\"", "email", "should be an e-mail address")]
    [InlineData("assured_date", "\"5/10/2026\"", "assured_date", "should be a day such as 2026-10-05")]
    [InlineData("last_modified", "\"yesterday\"", "last_modified", "should be a moment")]
    [InlineData("minimum_age", "\"18\"", "minimum_age", "should be a number, and is a text")]
    [InlineData("schedules", "{}", "schedules", "should be a list, and is a record with fields")]
    [InlineData("schedules", """[{"id":"ac148810-d857-441c-9679-408f346de14b","opens_at":"25:99"}]""", "schedules[0].opens_at", "should be a time such as 10:30")]
    [InlineData("attributes", """[null,{"id":"ac148810-d857-441c-9679-408f346de14b","taxonomy_term":{"id":"x","name":"n","description":"d"}}]""", "attributes[1].taxonomy_term.id", "should be a UUID")]
    [InlineData("service_at_locations.0.location.latitude", "152.4", "service_at_locations[0].location", "is not on the globe")]
    [InlineData("organization.name", "null", "organization.name", "missing")]
    [InlineData("phones", "\"01353\"", "phones", "wrong kind")]
    [InlineData("description", "true", "description", "is true or false")]
    public void A_fault_is_named_with_its_field_and_what_is_wrong(string path, string value, string field, string message)
    {
        var (record, faults) = RecordCheck.Read(ARecord.Good().WithJson(path, value).Element());

        Assert.Null(record);
        Assert.Contains(faults, fault => fault.Field == field && fault.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("schedules", "null")]
    [InlineData("service_at_locations", "[null]")]
    [InlineData("url", "\"\"")]
    [InlineData("email", "null")]
    [InlineData("surprise", """{"anything":[1,2]}""")]
    [InlineData("assured_date", "\"2026-10-05T00:00:00Z\"")]
    public void What_is_left_out_empty_or_not_in_the_standard_is_no_fault(string path, string value) =>
        Assert.Empty(RecordCheck.Read(ARecord.Good().WithJson(path, value).Element()).Faults);

    [Fact]
    public void A_text_that_is_too_long_is_named_and_not_read()
    {
        var (record, faults) = RecordCheck.Read(ARecord.Good().With("description", new string('x', 1_000_000)).Element());

        Assert.Null(record);
        Assert.Equal(("description", "The text has 1,000,000 characters; at most 10,000 are taken."), (faults[0].Field, faults[0].Message));
    }

    [Fact]
    public void Half_a_character_is_a_fault_and_no_crash()
    {
        var (record, faults) = ServiceFiles.Read(System.Text.Encoding.UTF8.GetBytes(ARecord.Good().ToString().Replace("A hot lunch", "\\ud800", StringComparison.Ordinal)));

        Assert.Null(record);
        Assert.Equal("description", faults[0].Field);
    }

    [Fact]
    public void A_record_nested_too_deep_is_refused()
    {
        var deep = ARecord.Good().ToString().Replace("\"active\"", string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000)), StringComparison.Ordinal);

        Assert.Contains("nested more than 32 deep", Assert.Single(ServiceFiles.Read(System.Text.Encoding.UTF8.GetBytes(deep)).Faults).Message, StringComparison.Ordinal);
    }
}
