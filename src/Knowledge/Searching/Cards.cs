using TransformingLives.Knowledge.Guides;
using TransformingLives.Knowledge.Places;
using TransformingLives.Knowledge.ServiceDirectory;

namespace TransformingLives.Knowledge.Searching;

/// <summary>Guides and services as they are shown: nothing in them that isn't in the record.</summary>
internal static class Cards
{
    /// <summary>A record that nobody has checked for a year is shown as overdue.</summary>
    private const int AssuranceDays = 365;

    public static Passage Passage(Guide guide, DateOnly today) => new(
        guide.Id,
        guide.Title,
        guide.Summary,
        guide.Body,
        guide.NextSteps,
        guide.Sms,
        guide.Spoken,
        new Source(guide.Sources[0].Title, guide.Sources[0].Url, guide.Reviewed, guide.ReviewBy < today));

    public static ServiceHit Service(Service service, double? miles, Place? near, DateOnly today) => new(
        service.Id,
        service.Name,
        service.Organisation,
        service.Description,
        Where(service, near),
        miles is { } far ? Math.Round(far, 1) : null,
        service.When,
        service.Cost,
        service.Phone,
        service.Url,
        service.Who,
        service.IsSample,
        new Source(service.Name, service.Url.Length > 0 ? service.Url : null, service.Assured, service.Assured is not { } assured || assured.AddDays(AssuranceDays) < today))
    {
        Access = service.Access,
        Languages = service.Languages,
        Alert = service.Alert,
        Email = service.Email,
    };

    private static string Where(Service service, Place? near)
    {
        if (service.Sites.IsEmpty)
        {
            return service.Areas.Length > 0 ? $"By phone or online, {service.Areas}" : "By phone or online";
        }

        return near is null
            ? string.Join(", ", service.Sites.Select(site => site.Town).Distinct())
            : service.Sites.MinBy(site => Miles.Between(near.Latitude, near.Longitude, site.Latitude, site.Longitude))!.Town;
    }
}
