namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>What a service costs, at a time and for somebody.</summary>
internal sealed record OpenReferralCost
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    /// <summary>For whom or for what: "Under 18s".</summary>
    public string? Option { get; init; }

    public string? Currency { get; init; }

    /// <summary>Pounds.</summary>
    public decimal? Amount { get; init; }

    /// <summary>"per 1 hour session".</summary>
    public string? AmountDescription { get; init; }
}

/// <summary>Where its money is from.</summary>
internal sealed record OpenReferralFunding
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? Source { get; init; }
}
