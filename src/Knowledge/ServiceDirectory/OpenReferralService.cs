using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>A service as Open Referral UK 3.0 writes it; only what residents need is read.</summary>
internal sealed record OpenReferralService
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Status { get; init; }

    public string? FeesDescription { get; init; }

    public string? EligibilityDescription { get; init; }

    public int? MinimumAge { get; init; }

    public int? MaximumAge { get; init; }

    public string? AssuredDate { get; init; }

    public OpenReferralOrganization? Organization { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }

    public IReadOnlyList<OpenReferralContact?>? Contacts { get; init; }

    public IReadOnlyList<OpenReferralSchedule?>? Schedules { get; init; }

    public IReadOnlyList<OpenReferralArea?>? ServiceAreas { get; init; }

    public IReadOnlyList<OpenReferralCost?>? CostOptions { get; init; }

    public IReadOnlyList<OpenReferralAtLocation?>? ServiceAtLocations { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}

internal sealed record OpenReferralOrganization(string? Name, string? Website, string? Url);

internal sealed record OpenReferralPhone(string? Number);

internal sealed record OpenReferralContact(IReadOnlyList<OpenReferralPhone?>? Phones);

internal sealed record OpenReferralSchedule(string? Freq, string? Byday, string? OpensAt, string? ClosesAt, string? Description);

internal sealed record OpenReferralArea(string? Name, string? ExtentType);

internal sealed record OpenReferralCost(string? Option, decimal? Amount, string? AmountDescription);

internal sealed record OpenReferralAtLocation(OpenReferralLocation? Location, IReadOnlyList<OpenReferralSchedule?>? Schedules);

internal sealed record OpenReferralLocation(string? Name, double? Latitude, double? Longitude, IReadOnlyList<OpenReferralAddress?>? Addresses);

internal sealed record OpenReferralAddress([property: JsonPropertyName("address_1")] string? Address1, string? City, string? PostalCode);

internal sealed record OpenReferralAttribute(OpenReferralTerm? TaxonomyTerm);

internal sealed record OpenReferralTerm(string? Code, string? Name, string? Taxonomy);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OpenReferralService))]
internal sealed partial class OpenReferralJson : JsonSerializerContext;
