namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Where the people live whom a service helps.</summary>
internal sealed record OpenReferralArea
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Extent { get; init; }

    public string? ExtentType { get; init; }

    public string? Uri { get; init; }

    public string? ServiceArea { get; init; }
}
