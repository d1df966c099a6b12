using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>That a service is given at a place.</summary>
internal sealed record OpenReferralAtLocation
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? LocationId { get; init; }

    public OpenReferralLocation? Location { get; init; }

    public IReadOnlyList<OpenReferralSchedule?>? Schedules { get; init; }

    public IReadOnlyList<OpenReferralContact?>? Contacts { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }
}

/// <summary>A place. Degrees are of WGS 84.</summary>
internal sealed record OpenReferralLocation
{
    public string? Id { get; init; }

    /// <summary><c>physical</c>, <c>postal</c> or <c>virtual</c>.</summary>
    public string? LocationType { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? Transportation { get; init; }

    public string? ExternalIdentifier { get; init; }

    public string? ExternalIdentifierType { get; init; }

    public IReadOnlyList<OpenReferralAddress?>? Addresses { get; init; }

    public IReadOnlyList<OpenReferralAccessibility?>? Accessibility { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }

    public IReadOnlyList<OpenReferralSchedule?>? Schedules { get; init; }

    public IReadOnlyList<OpenReferralLanguage?>? Languages { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}

/// <summary>An address. The standard wants each of its lines, if only empty.</summary>
internal sealed record OpenReferralAddress
{
    public string? Id { get; init; }

    public string? LocationId { get; init; }

    public string? Attention { get; init; }

    [JsonPropertyName("address_1")]
    [JsonConverter(typeof(RequiredTextConverter))]
    public string Address1 { get; init; } = "";

    [JsonPropertyName("address_2")]
    public string? Address2 { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string City { get; init; } = "";

    public string? Region { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string StateProvince { get; init; } = "";

    [JsonConverter(typeof(RequiredTextConverter))]
    public string PostalCode { get; init; } = "";

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Country { get; init; } = "";

    public string? AddressType { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}

/// <summary>What makes a place easier to use: a ramp, a hearing loop.</summary>
internal sealed record OpenReferralAccessibility
{
    public string? Id { get; init; }

    public string? LocationId { get; init; }

    public string? Description { get; init; }

    public string? Details { get; init; }

    public string? Url { get; init; }

    public string? Accessibility { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}
