using System.Collections.Immutable;

namespace TransformingLives.CaseBridge.Referrals;

/// <summary>What is asked of the case system on somebody's behalf. Everything in it was said or agreed by the resident.</summary>
public sealed record Referral
{
    /// <summary>Our identifier; the same referral sent twice has the same one.</summary>
    public required Guid Id { get; init; }

    /// <summary>0 when it is first sent; rises when something is told after that. The last one counts.</summary>
    public int Revision { get; init; }

    /// <summary>What the resident keeps, for instance <c>TL-7K4M-2QXP</c>: no look-alike letters.</summary>
    public required string Reference { get; init; }

    /// <summary>The conversation it came from.</summary>
    public required string ConversationId { get; init; }

    /// <summary>What is asked for, an id of <c>content/triage</c>: <c>needs_assessment</c>, <c>carers_assessment</c>, <c>contingency_plan</c>, <c>advice_appointment</c>, <c>urgent</c>, <c>safeguarding</c>, …</summary>
    public required string Kind { get; init; }

    /// <summary>When it was agreed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who it is about.</summary>
    public required ReferralPerson Person { get; init; }

    /// <summary>Who got in touch, when that is somebody else.</summary>
    public ReferralPerson? Contact { get; init; }

    /// <summary>What matters to the person, in their words.</summary>
    public ImmutableArray<string> WhatMatters { get; init; } = [];

    /// <summary>What they can do and want to go on doing.</summary>
    public ImmutableArray<string> Strengths { get; init; } = [];

    /// <summary>Who and what is around them.</summary>
    public ImmutableArray<string> Network { get; init; } = [];

    /// <summary>What they need, in plain words.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>What people who help do now, and whether they can go on. Never part of the score.</summary>
    public ImmutableArray<string> CarerContributions { get; init; } = [];

    /// <summary>Concerns raised by the safety net.</summary>
    public ImmutableArray<string> Concerns { get; init; } = [];

    /// <summary>Where triage led, with reasons.</summary>
    public ReferralOutcome? Outcome { get; init; }

    /// <summary>A first look at the conditions of the Care Act, a plain sentence each; a worker decides. Empty when nobody looked.</summary>
    public ImmutableArray<string> Eligibility { get; init; } = [];

    /// <summary>The indicative budget with its trace, if one was asked for.</summary>
    public Ras.BudgetEstimate? Estimate { get; init; }

    /// <summary>What the person may have to pay, if they asked.</summary>
    public Charging.Contribution? Contribution { get; init; }

    /// <summary>How the person would like a budget to be held, in words; null when they did not say.</summary>
    public string? Holding { get; init; }

    /// <summary>A first support plan beside the indicative budget, as the person made it; null when they made none. Only staff sign it off.</summary>
    public SupportPlans.SupportPlan? SupportPlan { get; init; }

    /// <summary>What should happen when the main helper can't be there, as the family wrote it; empty when there is no such plan.</summary>
    public ImmutableArray<ReferralLine> Contingency { get; init; } = [];

    /// <summary>Each answer given.</summary>
    public ImmutableArray<ReferralAnswer> Answers { get; init; } = [];

    /// <summary>The conversation up to the sending, oldest first.</summary>
    public ImmutableArray<TranscriptLine> Transcript { get; init; } = [];
}

/// <summary>A person in a referral; what wasn't told is null.</summary>
public sealed record ReferralPerson(string? Name, DateOnly? BornOn, string? Phone, string? Email, string? Postcode, string? Address, string? Relation, string? ContactNotes);

/// <summary>Where triage led.</summary>
/// <param name="Tier">1, 2 or 3 (Cambridgeshire, Transforming Lives 2014).</param>
/// <param name="Layer"><c>prevent</c>, <c>reduce</c>, <c>delay</c> or <c>meet</c> (Leicestershire 2016).</param>
/// <param name="Priority"><c>P0</c> to <c>P4</c>.</param>
/// <param name="RespondBy">When somebody will be in touch.</param>
/// <param name="Team">Team id.</param>
/// <param name="Reasons">Plain sentences.</param>
public sealed record ReferralOutcome(int Tier, string Layer, string Priority, DateTimeOffset? RespondBy, string Team, ImmutableArray<string> Reasons);

/// <summary>A label and the words beside it.</summary>
public sealed record ReferralLine(string Label, string Words);

/// <summary>One answer, as asked and as given.</summary>
public sealed record ReferralAnswer(string Form, string QuestionId, string Question, string Answer, string Words, bool WasVolunteered);

/// <summary>One line of the conversation. <paramref name="Who"/> is <c>resident</c>, <c>assistant</c> or <c>officer</c>.</summary>
public sealed record TranscriptLine(DateTimeOffset At, string Who, string Text);
