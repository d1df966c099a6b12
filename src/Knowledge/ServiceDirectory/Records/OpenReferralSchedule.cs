namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>When a service is open: a rule in the manner of RFC 5545.</summary>
internal sealed record OpenReferralSchedule
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? LocationId { get; init; }

    public string? ServiceAtLocationId { get; init; }

    public string? ValidFrom { get; init; }

    public string? ValidTo { get; init; }

    public string? Dtstart { get; init; }

    public string? Until { get; init; }

    /// <summary><c>WEEKLY</c> or <c>MONTHLY</c>.</summary>
    public string? Freq { get; init; }

    /// <summary>2 is every second week or month.</summary>
    public decimal? Interval { get; init; }

    /// <summary><c>MO,TU</c>; monthly also <c>1TU</c>, the first Tuesday.</summary>
    public string? Byday { get; init; }

    public string? Bymonthday { get; init; }

    public string? Description { get; init; }

    public string? OpensAt { get; init; }

    public string? ClosesAt { get; init; }

    public string? ScheduleLink { get; init; }

    public string? AttendingType { get; init; }

    public string? Notes { get; init; }
}
