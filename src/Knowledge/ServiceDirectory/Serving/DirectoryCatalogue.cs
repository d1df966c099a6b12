using System.Collections.Frozen;
using System.Collections.Immutable;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>The directory as other systems read it: whole Open Referral UK records, by id and by filter. Immutable.</summary>
public sealed class DirectoryCatalogue
{
    private readonly ImmutableArray<Service> services;
    private readonly Func<string, IEnumerable<string>> search;
    private readonly Lazy<FrozenDictionary<string, Service>> byId;
    private readonly Lazy<FrozenDictionary<string, CatalogueItem>> byAtLocation;
    private readonly Lazy<CatalogueTaxonomies> taxonomies;

    /// <param name="services">All services, in a lasting order.</param>
    /// <param name="search">Ids of the services that words find, best first.</param>
    internal DirectoryCatalogue(ImmutableArray<Service> services, Func<string, IEnumerable<string>> search)
    {
        this.services = services;
        this.search = search;
        byId = new(() => services.ToFrozenDictionary(service => service.Id, StringComparer.OrdinalIgnoreCase));
        byAtLocation = new(() => AtLocations(services, new CatalogueQuery()).DistinctBy(item => item.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(item => item.Id, StringComparer.OrdinalIgnoreCase));
        taxonomies = new(() => CatalogueTaxonomies.Of(services));
    }

    /// <summary>All terms of all services, by name.</summary>
    public ImmutableArray<CatalogueItem> TaxonomyTerms => taxonomies.Value.Terms;

    /// <summary>All taxonomies that they are of, by name.</summary>
    public ImmutableArray<CatalogueItem> Taxonomies => taxonomies.Value.Taxonomies;

    /// <summary>The services that fit, those that words find best first.</summary>
    public ImmutableArray<CatalogueItem> Services(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. Found(query).Select(service => new CatalogueItem(service.Id, service.Record))];
    }

    /// <summary>Each place at which a service that fits is given.</summary>
    public ImmutableArray<CatalogueItem> ServicesAtLocations(CatalogueQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return [.. AtLocations(Found(query), query)];
    }

    /// <summary>A service; null when there is none.</summary>
    public CatalogueItem? Service(string id) => byId.Value.TryGetValue(id, out var service) ? new CatalogueItem(service.Id, service.Record) : null;

    /// <summary>A service at a location; null when there is none.</summary>
    public CatalogueItem? ServiceAtLocation(string id) => byAtLocation.Value.GetValueOrDefault(id);

    /// <summary>A term; null when there is none.</summary>
    public CatalogueItem? TaxonomyTerm(string id) => taxonomies.Value.TermById.GetValueOrDefault(id);

    /// <summary>A taxonomy with all of its terms; null when there is none.</summary>
    public CatalogueItem? Taxonomy(string id) => taxonomies.Value.TaxonomyById.GetValueOrDefault(id);

    private static IEnumerable<CatalogueItem> AtLocations(IEnumerable<Service> services, CatalogueQuery query) => services
        .SelectMany(service => service.Facts.AtLocations.Where(at => CatalogueFilter.IsNear(at, query)).Select(at => new CatalogueItem(at.Id, service.Record) { AtLocation = at.Id }));

    private IEnumerable<Service> Found(CatalogueQuery query)
    {
        var candidates = string.IsNullOrWhiteSpace(query.Search)
            ? services
            : search(query.Search).Select(id => byId.Value.GetValueOrDefault(id)).OfType<Service>();
        return candidates.Where(service => CatalogueFilter.Fits(service, query));
    }
}
