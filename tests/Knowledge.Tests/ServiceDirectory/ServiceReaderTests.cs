using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class ServiceReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void Languages_access_alert_and_ages_are_shown_in_words()
    {
        var service = Read(ARecord.Good()
            .WithJson("languages", """[{"id":"ac148810-d857-441c-9679-408f346de14b","code":"pl"},{"id":"ac148810-d857-441c-9679-408f346de14c","name":"Urdu"}]""")
            .WithJson("service_at_locations.0.location.accessibility", """[{"id":"ac148810-d857-441c-9679-408f346de14d","description":"Ramp"},{"id":"ac148810-d857-441c-9679-408f346de14e","accessibility":"Hearing loop"}]""")
            .With("alert", "Closed on <b>Friday</b>.").With("minimum_age", 60));

        Assert.Equal(("Polish, Urdu", "Ramp; Hearing loop", "Closed on Friday.", "Aged 60 and over"), (service.Languages, service.Access, service.Alert, service.Who));
    }

    [Fact]
    public void A_price_that_has_ended_is_not_said() => Assert.Equal(
        "£7.50 per meal (Adults); Free (Children)",
        Read(ARecord.Good().WithJson("cost_options", """
            [{"id":"ac148810-d857-441c-9679-408f346de141","amount":5,"amount_description":"per meal","valid_to":"2025-03-31"},
             {"id":"ac148810-d857-441c-9679-408f346de142","amount":7.5,"amount_description":"per meal","option":"Adults"},
             {"id":"ac148810-d857-441c-9679-408f346de143","amount":0,"option":"Children"}]
            """)).Cost);

    [Theory]
    [InlineData("active", true)]
    [InlineData("defunct", false)]
    [InlineData("temporarily closed", false)]
    public void Only_what_is_active_is_offered(string status, bool isOffered) => Assert.Equal(isOffered, Read(ARecord.Good().With("status", status)).IsActive);

    [Fact]
    public void Topics_of_other_directories_are_found_by_their_terms_and_then_by_the_name()
    {
        var topics = new TopicTerms([("meals on wheels", "meals"), ("lunch club", "meals"), ("power of attorney", "lpa_capacity"), ("club", "day_activities"), ("dementia", "dementia_support")]);

        Assert.Equal(["meals", "day_activities"], topics.Of(["Sports"], "Ely Lunch Clubs", "").ToArray());
        Assert.Equal(["dementia_support"], topics.Of(["Dementia support"], "Ely Lunch Club", "").ToArray());
        Assert.Equal(["lpa_capacity"], topics.Of(["charity"], "Law Centre", "Help with a power of attorney, and a club.").ToArray());
        Assert.Empty(topics.Of(["Badminton"], "Hall", "Not for people with dementia."));
    }

    private static Service Read(ARecord record) => ServiceReader.Service(RecordCheck.Read(record.Element()).Record!, Today, TopicTerms.None);
}
