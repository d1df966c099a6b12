namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>A service as Open Referral UK 3.0 writes it, with everything below it. What isn't named here isn't kept.</summary>
/// <remarks>Fields of the published schema (HSDS-UK 3.0), and the few of HSDS 3.0 that the UK profile leaves out but UK feeds send: <c>phones</c>, <c>fees_description</c>, <c>eligibility_description</c>, <c>application_process</c>.</remarks>
internal sealed record OpenReferralService
{
    public string? Id { get; init; }

    public string? OrganizationId { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    /// <summary><c>active</c>, <c>inactive</c>, <c>defunct</c> or <c>temporarily closed</c>.</summary>
    public string? Status { get; init; }

    public string? Fees { get; init; }

    public string? FeesDescription { get; init; }

    public string? Accreditations { get; init; }

    public string? EligibilityDescription { get; init; }

    public string? ApplicationProcess { get; init; }

    /// <summary>Years; some feeds give halves.</summary>
    public decimal? MinimumAge { get; init; }

    public decimal? MaximumAge { get; init; }

    /// <summary>The day somebody last checked it, <c>2026-10-05</c>.</summary>
    public string? AssuredDate { get; init; }

    public string? AssurerEmail { get; init; }

    /// <summary>Something to know for a short time: "Closed for repairs until May".</summary>
    public string? Alert { get; init; }

    public string? LastModified { get; init; }

    public OpenReferralOrganization? Organization { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }

    public IReadOnlyList<OpenReferralContact?>? Contacts { get; init; }

    public IReadOnlyList<OpenReferralSchedule?>? Schedules { get; init; }

    public IReadOnlyList<OpenReferralArea?>? ServiceAreas { get; init; }

    public IReadOnlyList<OpenReferralAtLocation?>? ServiceAtLocations { get; init; }

    public IReadOnlyList<OpenReferralLanguage?>? Languages { get; init; }

    public IReadOnlyList<OpenReferralFunding?>? Funding { get; init; }

    public IReadOnlyList<OpenReferralCost?>? CostOptions { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}
