using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Who runs a service.</summary>
internal sealed record OpenReferralOrganization
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Description { get; init; } = "";

    public string? Email { get; init; }

    public string? Website { get; init; }

    /// <summary>HSDS 2 and many feeds say <c>url</c> where the UK profile says <c>website</c>.</summary>
    public string? Url { get; init; }

    public string? Logo { get; init; }

    public string? Uri { get; init; }

    public string? ParentOrganizationId { get; init; }

    public IReadOnlyList<OpenReferralIdentifier?>? OrganizationIdentifiers { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}

/// <summary>A number that others know an organisation by, for instance its charity number.</summary>
internal sealed record OpenReferralIdentifier
{
    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    public string? IdentifierScheme { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string IdentifierType { get; init; } = "";

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Identifier { get; init; } = "";

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}
