using System.Collections.Immutable;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Register;

/// <summary>A referral as the register holds it.</summary>
/// <param name="Referral">What was sent.</param>
/// <param name="Status"><c>new</c>, then <c>sent</c>, <c>accepted</c>, <c>in_progress</c>, <c>on_hold</c>, <c>completed</c> or <c>declined</c>.</param>
/// <param name="ReceivedAt">When the register had it.</param>
public sealed record RegisteredReferral(Referral Referral, string Status, DateTimeOffset ReceivedAt)
{
    /// <summary>What staff and the other system know of it.</summary>
    public CaseFacts Facts { get; init; } = CaseFacts.None;
}

/// <summary>What becomes known of a case after the referral (Cheshire East 2008, appendix 6: reference, worker, dates, status at each).</summary>
/// <param name="System">The other case system that has it; null: only the register.</param>
/// <param name="Reference">What the other system calls it.</param>
/// <param name="Worker">Who has it.</param>
/// <param name="FirstVisitOn">The day of the first visit.</param>
/// <param name="EligibilityAtReferral">Eligibility as it looked at the referral, in the worker's words.</param>
/// <param name="EligibilityAtVisit">Eligibility as it was found at the first visit.</param>
public sealed record CaseFacts(string? System, string? Reference, string? Worker, DateOnly? FirstVisitOn, string? EligibilityAtReferral, string? EligibilityAtVisit)
{
    /// <summary>Nothing yet.</summary>
    public static CaseFacts None { get; } = new(null, null, null, null, null, null);
}

/// <summary>One step in the history of a referral.</summary>
/// <param name="At">When.</param>
/// <param name="ByWhom">An officer, or the name of a system.</param>
/// <param name="Status">The status from then on.</param>
/// <param name="Words">What was said about it; null for nothing.</param>
public sealed record HistoryStep(DateTimeOffset At, string ByWhom, string Status, string? Words);

/// <summary>Something to be done for a referral.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="What">In words.</param>
/// <param name="DueOn">By when; null: no day.</param>
/// <param name="DoneAt">When it was done; null: not yet.</param>
/// <param name="DoneBy">Who did it.</param>
public sealed record CaseTask(Guid Id, string What, DateOnly? DueOn, DateTimeOffset? DoneAt, string? DoneBy);

/// <summary>A line of a support plan.</summary>
/// <param name="What">What the person wants to use their budget for.</param>
/// <param name="Why">What it is for.</param>
/// <param name="WeeklyCost">Pounds a week.</param>
/// <param name="PaidBy">Who holds the money for it, an id of the table's holding options.</param>
public sealed record PlanLine(string What, string Why, decimal WeeklyCost, string PaidBy);

/// <summary>All about one referral.</summary>
/// <param name="Registered">The referral.</param>
/// <param name="History">Oldest first.</param>
/// <param name="Tasks">Open ones first.</param>
/// <param name="Plan">The support plan as it stands; empty: none yet.</param>
public sealed record CaseFile(RegisteredReferral Registered, ImmutableArray<HistoryStep> History, ImmutableArray<CaseTask> Tasks, ImmutableArray<PlanLine> Plan);
