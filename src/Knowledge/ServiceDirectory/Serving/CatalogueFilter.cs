using TransformingLives.Knowledge.Places;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>Does a service fit what was asked for? As the standard words its filters.</summary>
internal static class CatalogueFilter
{
    private const double MetresInAMile = 1609.344;

    public static bool Fits(Service service, CatalogueQuery query) =>
        Is(service.Facts.OrganizationId, query.OrganizationId)
        && (query.TaxonomyTermId is not { } term || service.Facts.Terms.Contains(term, StringComparer.OrdinalIgnoreCase))
        && (query.TaxonomyId is not { } taxonomy || service.Facts.Taxonomies.Contains(taxonomy, StringComparer.OrdinalIgnoreCase))
        && (query.MinimumAge is not { } youngest || service.Facts.MinimumAge >= youngest)
        && (query.MaximumAge is not { } oldest || service.Facts.MaximumAge <= oldest)
        && (query.ModifiedAfter is not { } since || service.Facts.Modified >= since)
        && IsOpen(service, query)
        && (query.Near is null || service.IsNational || service.Facts.AtLocations.Any(at => IsNear(at, query)));

    /// <summary>The place itself is near: a service may have others that are not.</summary>
    public static bool IsNear(AtLocationFacts at, CatalogueQuery query) =>
        query.Near is not { } near || (at is { Latitude: { } latitude, Longitude: { } longitude } && Miles.Between(near.Latitude, near.Longitude, latitude, longitude) * MetresInAMile <= query.WithinMetres);

    private static bool IsOpen(Service service, CatalogueQuery query) =>
        (query.Day is null && query.StartTime is null && query.EndTime is null)
        || service.Hours.Any(hours => (query.Day is not { } day || hours.Days.Contains(day)) && !(hours.Opens < query.StartTime) && !(hours.Closes > query.EndTime));

    private static bool Is(string value, string? asked) => asked is null || value.Equals(asked, StringComparison.OrdinalIgnoreCase);
}
