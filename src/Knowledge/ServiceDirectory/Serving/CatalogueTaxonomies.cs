using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>The taxonomies and terms that services of the directory have.</summary>
internal sealed record CatalogueTaxonomies(ImmutableArray<CatalogueItem> Terms, ImmutableArray<CatalogueItem> Taxonomies, FrozenDictionary<string, CatalogueItem> TermById, FrozenDictionary<string, CatalogueItem> TaxonomyById)
{
    public static CatalogueTaxonomies Of(IEnumerable<Service> services)
    {
        var terms = services.SelectMany(TermsOf)
            .Where(term => term.Id is not null)
            .DistinctBy(term => term.Id, StringComparer.OrdinalIgnoreCase)
            .Select(term => term with { TaxonomyId = TaxonomyIds.Of(term) })
            .OrderBy(term => term.Taxonomy, StringComparer.Ordinal).ThenBy(term => term.Name, StringComparer.Ordinal)
            .ToArray();
        var items = terms.Select(term => new CatalogueItem(term.Id!, JsonSerializer.SerializeToUtf8Bytes(term, OpenReferralJson.Default.OpenReferralTerm))).ToImmutableArray();
        var taxonomies = terms.Where(term => term.TaxonomyId is not null).GroupBy(term => term.TaxonomyId!, StringComparer.OrdinalIgnoreCase).Select(Taxonomy).ToImmutableArray();
        return new CatalogueTaxonomies(items, taxonomies, ById(items), ById(taxonomies));
    }

    private static FrozenDictionary<string, CatalogueItem> ById(ImmutableArray<CatalogueItem> items) => items.ToFrozenDictionary(item => item.Id, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<OpenReferralTerm> TermsOf(Service service) => service.Facts.Terms.IsEmpty || service.Record.IsEmpty
        ? []
        : (JsonSerializer.Deserialize(service.Record.Span, OpenReferralJson.Default.OpenReferralService)!.Attributes ?? []).Select(attribute => attribute?.TaxonomyTerm).OfType<OpenReferralTerm>();

    private static CatalogueItem Taxonomy(IGrouping<string, OpenReferralTerm> terms)
    {
        var name = terms.Select(term => term.Taxonomy).FirstOrDefault(name => name is not null) ?? terms.Key;
        return new CatalogueItem(terms.Key, JsonSerializer.SerializeToUtf8Bytes(new OpenReferralTaxonomy { Id = terms.Key, Name = name, Description = name, TaxonomyTerms = [.. terms] }, OpenReferralJson.Default.OpenReferralTaxonomy));
    }
}
