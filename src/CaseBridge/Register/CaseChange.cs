namespace TransformingLives.CaseBridge.Register;

/// <summary>What an officer, or another system, notes about a referral. What is null stays as it is.</summary>
public sealed record CaseChange
{
    /// <summary>The new status.</summary>
    public string? Status { get; init; }

    /// <summary>What there is to say about it.</summary>
    public string? Words { get; init; }

    /// <summary>The other case system that has it.</summary>
    public string? System { get; init; }

    /// <summary>What the other system calls it.</summary>
    public string? Reference { get; init; }

    /// <summary>Who has it.</summary>
    public string? Worker { get; init; }

    /// <summary>The day of the first visit.</summary>
    public DateOnly? FirstVisitOn { get; init; }

    /// <summary>Eligibility as it looked at the referral.</summary>
    public string? EligibilityAtReferral { get; init; }

    /// <summary>Eligibility as it was found at the first visit.</summary>
    public string? EligibilityAtVisit { get; init; }
}
