namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>A set of terms that somebody keeps.</summary>
internal sealed record OpenReferralTaxonomy
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public IReadOnlyList<OpenReferralTerm> TaxonomyTerms { get; init; } = [];
}
