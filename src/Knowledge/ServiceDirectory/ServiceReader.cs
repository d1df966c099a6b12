using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Turns one Open Referral UK record into a service, or says what is wrong with it.</summary>
internal static class ServiceReader
{
    private const int LongestName = 300;
    private const int LongestText = 10_000;
    private const string TopicTaxonomy = "tl-topics";
    private const string MarkTaxonomy = "tl-marks";

    /// <summary>The service, or the field and what is wrong with it.</summary>
    public static (Service? Service, string Field, string Message) Read(JsonElement record)
    {
        OpenReferralService? written;
        try
        {
            written = record.Deserialize(OpenReferralJson.Default.OpenReferralService);
        }
        catch (JsonException exception)
        {
            return (null, exception.Path?.TrimStart('$', '.') ?? "", "The value is of the wrong kind.");
        }

        if (written is null)
        {
            return (null, "", "The record is empty.");
        }

        var (field, message) = Fault(written);
        return message.Length > 0 ? (null, field, message) : (Service(written), "", "");
    }

    private static (string Field, string Message) Fault(OpenReferralService written)
    {
        if (!Guid.TryParse(written.Id, out _))
        {
            return ("id", $"The id '{Shown(written.Id)}' should be a UUID.");
        }

        if (Clean(written.Name, LongestName).Length == 0 || written.Name!.Length > LongestName)
        {
            return ("name", $"A name has 1 to {LongestName} characters.");
        }

        if (Clean(written.Organization?.Name, LongestName).Length == 0)
        {
            return ("organization.name", "Every service names the organisation that runs it.");
        }

        if ((written.Description ?? "").Length > LongestText)
        {
            return ("description", $"A description has at most {LongestText:N0} characters.");
        }

        if (Given(written.Url) && WebAddress(written.Url).Length == 0)
        {
            return ("url", $"'{Shown(written.Url)}' is not a web address.");
        }

        if (Given(written.AssuredDate) && Assured(written) is null)
        {
            return ("assured_date", $"'{Shown(written.AssuredDate)}' should be a date such as 2026-10-05.");
        }

        if (Given(written.ServiceAtLocations).Select(at => at.Location).Any(location => location is { Latitude: < -90 or > 90 } or { Longitude: < -180 or > 180 }))
        {
            return ("service_at_locations.location", "The position is not on the globe.");
        }

        return ("", "");
    }

    private static Service Service(OpenReferralService written)
    {
        var terms = Given(written.Attributes).Select(attribute => attribute.TaxonomyTerm).OfType<OpenReferralTerm>().ToArray();
        ImmutableArray<OpenReferralSchedule> schedules = [.. Given(written.Schedules), .. Given(written.ServiceAtLocations).SelectMany(at => Given(at.Schedules))];
        var sites = Given(written.ServiceAtLocations).Select(at => at.Location).OfType<OpenReferralLocation>().Select(SiteOf).OfType<Site>().ToImmutableArray();
        var areas = string.Join(", ", Given(written.ServiceAreas).Select(area => Clean(area.Name, 200)).Where(area => area.Length > 0));
        return new Service(
            written.Id!,
            Clean(written.Name, LongestName),
            Clean(written.Organization!.Name, LongestName),
            Clean(written.Description, LongestText),
            [.. terms.Where(term => term.Taxonomy == TopicTaxonomy && term.Code is not null).Select(term => term.Code!)],
            Clean(string.Join(' ', terms.Where(term => term.Taxonomy != MarkTaxonomy).Select(term => term.Name)), LongestText),
            sites,
            areas,
            sites.IsEmpty && (areas.Length == 0 || Given(written.ServiceAreas).Any(area => area.ExtentType is "nation" or "country" || area.Name is "England" or "United Kingdom" or "UK" or "National")),
            Clean(OpeningTimes.InWords(schedules), 1_000),
            OpeningTimes.Read(schedules),
            Cost(written),
            Clean(Given(written.Phones).Concat(Given(written.Contacts).SelectMany(contact => Given(contact.Phones))).Select(phone => phone.Number).FirstOrDefault(Given), 40),
            WebAddress(written.Url) is { Length: > 0 } url ? url : WebAddress(written.Organization.Website ?? written.Organization.Url),
            Clean(written.EligibilityDescription, 1_000),
            terms.Any(term => term is { Taxonomy: MarkTaxonomy, Code: "sample" }),
            Assured(written));
    }

    private static Site? SiteOf(OpenReferralLocation location)
    {
        var address = Given(location.Addresses).FirstOrDefault();
        return location is { Latitude: { } latitude, Longitude: { } longitude }
            ? new Site(Clean(address?.City ?? location.Name, 200), Clean(address?.PostalCode, 20), latitude, longitude)
            : null;
    }

    private static string Cost(OpenReferralService written)
    {
        var options = Given(written.CostOptions)
            .Select(cost => Given(cost.AmountDescription) ? cost.AmountDescription : cost.Amount switch
            {
                null => cost.Option,
                0 => "Free",
                { } amount => $"£{amount.ToString(amount == decimal.Truncate(amount) ? "0" : "0.00", CultureInfo.InvariantCulture)} {cost.Option}",
            })
            .Where(Given);
        return Clean(string.Join("; ", options) is { Length: > 0 } said ? said : written.FeesDescription, 500);
    }

    private static DateOnly? Assured(OpenReferralService written) =>
        DateOnly.TryParseExact((written.AssuredDate ?? "").Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // Only what a browser may open: a record can't bring "javascript:".
    private static string WebAddress(string? written) =>
        Uri.TryCreate(written?.Trim(), UriKind.Absolute, out var url) && (url.Scheme is "https" or "http") ? url.ToString() : "";

    // Feeds leave lists out, send null for them, and now and then null inside them.
    private static IEnumerable<T> Given<T>(IEnumerable<T?>? list)
        where T : class => list?.OfType<T>() ?? [];

    private static bool Given(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string Shown(string? text) => Clean(text, 60);

    /// <summary>Text without control and direction-changing characters, white space made single, cut to a length.</summary>
    private static string Clean(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var kept = string.Concat(text.EnumerateRunes().Select(rune => System.Text.Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate => "",
            _ => rune.ToString(),
        }));
        var single = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return single.Length <= longest ? single : single[..longest];
    }
}
