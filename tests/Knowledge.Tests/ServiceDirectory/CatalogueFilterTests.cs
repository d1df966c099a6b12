using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.ServiceDirectory.Serving;
using TransformingLives.Knowledge.Tests.ServiceDirectory.Testing;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class CatalogueFilterTests
{
    private static readonly Place Ely = new("Ely", 52.4, 0.26, "CB7", true, "East patch", null, "Ely");
    private static readonly Place London = new("London", 51.5, -0.12, null, false, null, null, "London");

    private readonly Service service = ServiceReader.Service(
        RecordCheck.Read(ARecord.Good()
            .With("minimum_age", 18).With("maximum_age", 65).With("last_modified", "2026-10-05T10:00:00Z")
            .WithJson("schedules", """[{"id":"ac148810-d857-441c-9679-408f346de14b","freq":"WEEKLY","byday":"TH","opens_at":"12:00","closes_at":"14:00"}]""")
            .WithJson("attributes", """[{"id":"ac148810-d857-441c-9679-408f346de14c","taxonomy_term":{"id":"ac148810-d857-441c-9679-408f346de14d","name":"Lunch","description":"Lunch","taxonomy":"types"}}]""")
            .Element()).Record!,
        new DateOnly(2026, 11, 25),
        TopicTerms.None);

    public static TheoryData<CatalogueQuery, bool> Asked => new()
    {
        { new CatalogueQuery(), true },
        { new CatalogueQuery { MinimumAge = 18 }, true },
        { new CatalogueQuery { MinimumAge = 19 }, false },
        { new CatalogueQuery { MaximumAge = 65 }, true },
        { new CatalogueQuery { MaximumAge = 64 }, false },
        { new CatalogueQuery { Day = DayOfWeek.Thursday }, true },
        { new CatalogueQuery { Day = DayOfWeek.Friday }, false },
        { new CatalogueQuery { Day = DayOfWeek.Thursday, StartTime = new(12, 0), EndTime = new(14, 0) }, true },
        { new CatalogueQuery { StartTime = new(12, 30) }, false },
        { new CatalogueQuery { EndTime = new(13, 0) }, false },
        { new CatalogueQuery { TaxonomyTermId = "AC148810-D857-441C-9679-408F346DE14D" }, true },
        { new CatalogueQuery { TaxonomyTermId = "x" }, false },
        { new CatalogueQuery { TaxonomyId = "types" }, true },
        { new CatalogueQuery { TaxonomyId = "others" }, false },
        { new CatalogueQuery { OrganizationId = "d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610" }, true },
        { new CatalogueQuery { OrganizationId = "none" }, false },
        { new CatalogueQuery { ModifiedAfter = new(2026, 10, 5, 10, 0, 0, TimeSpan.Zero) }, true },
        { new CatalogueQuery { ModifiedAfter = new(2026, 10, 5, 10, 0, 1, TimeSpan.Zero) }, false },
        { new CatalogueQuery { Near = Ely, WithinMetres = 1_000 }, true },
        { new CatalogueQuery { Near = Ely, WithinMetres = 100 }, false },
        { new CatalogueQuery { Near = London }, false },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Filters_as_the_standard_words_them(CatalogueQuery query, bool fits) => Assert.Equal(fits, CatalogueFilter.Fits(service, query));
}
