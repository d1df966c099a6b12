using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>That a term of a taxonomy says something about a record.</summary>
internal sealed record OpenReferralAttribute
{
    public string? Id { get; init; }

    public string? LinkId { get; init; }

    public string? LinkType { get; init; }

    public string? LinkEntity { get; init; }

    public string? TaxonomyTermId { get; init; }

    public string? Value { get; init; }

    public string? Label { get; init; }

    public OpenReferralTerm? TaxonomyTerm { get; init; }
}

/// <summary>A term of a taxonomy, for instance a type of service or a need.</summary>
internal sealed record OpenReferralTerm
{
    public string? Id { get; init; }

    public string? Code { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Name { get; init; } = "";

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Description { get; init; } = "";

    public string? ParentId { get; init; }

    public string? Taxonomy { get; init; }

    public string? TaxonomyId { get; init; }

    public string? TermUri { get; init; }

    public string? Term { get; init; }
}
