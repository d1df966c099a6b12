using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Knowledge.ServiceDirectory.Records;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Turns an Open Referral UK record into a service as it is shown. The record has been checked.</summary>
internal static class ServiceReader
{
    private const int LongestName = 300;
    private const int LongestText = 10_000;
    private const string TopicTaxonomy = "tl-topics";
    private const string MarkTaxonomy = "tl-marks";

    /// <param name="today">What has ended by then isn't shown: opening times, prices.</param>
    /// <param name="topics">Finds the topics of a record that names none of ours.</param>
    public static Service Service(OpenReferralService written, DateOnly today, TopicTerms topics)
    {
        var terms = Given(written.Attributes).Select(attribute => attribute.TaxonomyTerm).OfType<OpenReferralTerm>().ToArray();
        OpenReferralSchedule[] schedules = [.. OpeningTimes.InForce([.. Given(written.Schedules), .. Given(written.ServiceAtLocations).SelectMany(at => Given(at.Schedules))], today)];
        var sites = Given(written.ServiceAtLocations).Select(at => at.Location).OfType<OpenReferralLocation>().Select(SiteOf).OfType<Site>().ToImmutableArray();
        var areas = AreasOf(written);
        ImmutableArray<string> ours = [.. terms.Where(term => term.Taxonomy == TopicTaxonomy && term.Code is not null).Select(term => term.Code!)];
        return new Service(
            written.Id!,
            Line(written.Name, LongestName),
            Line(written.Organization?.Name, LongestName),
            Line(written.Description, LongestText),
            ours.IsEmpty ? topics.Of(terms.Select(term => term.Name), written.Name ?? "", written.Description ?? "") : ours,
            Line(string.Join(' ', terms.Where(term => term.Taxonomy != MarkTaxonomy).Select(term => term.Name)), LongestText),
            sites,
            areas,
            sites.IsEmpty && (areas.Length == 0 || Given(written.ServiceAreas).Any(area => area.ExtentType is "nation" or "country" || area.Name is "England" or "United Kingdom" or "UK" or "National")),
            Line(OpeningTimes.InWords(schedules), 1_000),
            OpeningTimes.Read(schedules),
            CostInWords.Of(written, today),
            PhoneOf(written),
            WebAddress.Of(written.Url) is { Length: > 0 } url ? url : WebAddress.Of(written.Organization?.Website ?? written.Organization?.Url),
            WhoOf(written),
            terms.Any(term => term is { Taxonomy: MarkTaxonomy, Code: "sample" }),
            TextFormat.Day(written.AssuredDate))
        {
            IsActive = written.Status is null or "active",
            Languages = LanguagesOf(written),
            Access = AccessOf(written),
            Alert = Line(written.Alert, 500),
            Email = Line(written.Email ?? Given(written.Contacts).Select(contact => contact.Email).FirstOrDefault(Given), 200),
            Facts = FactsOf(written, terms),
        };
    }

    private static ServiceFacts FactsOf(OpenReferralService written, OpenReferralTerm[] terms) => new(
        written.MinimumAge,
        written.MaximumAge,
        [.. Given(written.ServiceAtLocations).Select(at => new AtLocationFacts(at.Id!, at.Location?.Latitude, at.Location?.Longitude))],
        [.. terms.Select(term => term.Id!).Concat(Given(written.Attributes).Select(attribute => attribute.TaxonomyTermId).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase)],
        [.. terms.SelectMany(term => new[] { TaxonomyIds.Of(term), term.Taxonomy }).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
        written.Organization?.Id ?? written.OrganizationId ?? "",
        DateTimeOffset.TryParse(written.LastModified, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var modified) ? modified : null);

    private static Site? SiteOf(OpenReferralLocation location)
    {
        var address = Given(location.Addresses).FirstOrDefault();
        return location is { Latitude: { } latitude, Longitude: { } longitude, LocationType: not "virtual" }
            ? new Site(Line(address?.City is { Length: > 0 } city ? city : location.Name, 200), Line(address?.PostalCode, 20), latitude, longitude)
            : null;
    }

    private static string AreasOf(OpenReferralService written) =>
        string.Join(", ", Given(written.ServiceAreas).Select(area => Line(area.Name ?? area.ServiceArea, 200)).Where(area => area.Length > 0).Distinct());

    private static string PhoneOf(OpenReferralService written)
    {
        var numbers = Given(written.Phones)
            .Concat(Given(written.Contacts).SelectMany(contact => Given(contact.Phones)))
            .Concat(Given(written.ServiceAtLocations).SelectMany(at => Given(at.Phones).Concat(Given(at.Location?.Phones))))
            .Concat(Given(written.Organization?.Phones));
        return Line(numbers.Select(phone => phone.Number).FirstOrDefault(Given), 40);
    }

    private static string WhoOf(OpenReferralService written) => Line(written.EligibilityDescription, 1_000) is { Length: > 0 } words
        ? words
        : (written.MinimumAge, written.MaximumAge) switch
        {
            ({ } from, { } to) when to < 120 && from > 0 => $"Aged {Years(from)} to {Years(to)}",
            ({ } from, _) when from > 0 => $"Aged {Years(from)} and over",
            (_, { } to) when to < 120 => $"Up to {Years(to)} years old",
            _ => "",
        };

    private static string Years(decimal years) => years.ToString("0.#", CultureInfo.InvariantCulture);

    private static string LanguagesOf(OpenReferralService written) => Line(
        string.Join(", ", Given(written.Languages).Select(language => language.Name ?? LanguageName(language.Code)).Where(Given).Distinct()), 500);

    // "pl" is Polish; a code that nobody knows says nothing.
    private static string? LanguageName(string? code)
    {
        if (code is not { Length: 2 or 3 } || !code.All(char.IsAsciiLetter))
        {
            return null;
        }

        try
        {
            var name = CultureInfo.GetCultureInfo(code, predefinedOnly: true).EnglishName;
            return name.StartsWith("Unknown", StringComparison.Ordinal) ? null : name;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static string AccessOf(OpenReferralService written) => Line(
        string.Join("; ", Given(written.ServiceAtLocations).SelectMany(at => Given(at.Location?.Accessibility)).Select(access => access.Description ?? access.Accessibility).Where(Given).Distinct()), 500);

    private static IEnumerable<T> Given<T>(IEnumerable<T?>? list)
        where T : class => list?.OfType<T>() ?? [];

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string Line(string? text, int longest) => PlainText.Line(text, longest);
}
