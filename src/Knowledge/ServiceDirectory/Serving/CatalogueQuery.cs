namespace TransformingLives.Knowledge.ServiceDirectory.Serving;

/// <summary>What another system asks of the directory: the filters of Open Referral UK 3.0. What is null doesn't filter.</summary>
public sealed record CatalogueQuery
{
    /// <summary>Words to be found in it.</summary>
    public string? Search { get; init; }

    /// <summary>Id of a taxonomy term that it has.</summary>
    public string? TaxonomyTermId { get; init; }

    /// <summary>Id or name of a taxonomy that it has a term of.</summary>
    public string? TaxonomyId { get; init; }

    /// <summary>Id of the organisation that runs it.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>Its minimum age is at least so many years.</summary>
    public decimal? MinimumAge { get; init; }

    /// <summary>Its maximum age is at most so many years.</summary>
    public decimal? MaximumAge { get; init; }

    /// <summary>It is open on this day of the week.</summary>
    public DayOfWeek? Day { get; init; }

    /// <summary>It opens then or later.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>It closes then or earlier.</summary>
    public TimeOnly? EndTime { get; init; }

    /// <summary>It is near there; what serves everybody is near everywhere.</summary>
    public Place? Near { get; init; }

    /// <summary>How near, in metres, to the centre of the postcode.</summary>
    public double WithinMetres { get; init; } = 20_000;

    /// <summary>It was changed then or later.</summary>
    public DateTimeOffset? ModifiedAfter { get; init; }
}
