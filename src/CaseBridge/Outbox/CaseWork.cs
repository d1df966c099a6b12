using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Outbox;

/// <summary>Work for the case system, stored in the transaction of the turn that asked for it.</summary>
public abstract record CaseWork
{
    private CaseWork()
    {
    }

    /// <summary>The same work asked for twice has the same key and is stored once.</summary>
    public abstract string Key { get; }

    /// <summary>Send a referral.</summary>
    public sealed record SubmitReferral(Referral Referral) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => $"referral:{Referral.Id}";
    }

    /// <summary>Put an alert at the top of the desk.</summary>
    public sealed record RaiseAlert(CaseAlert Alert) : CaseWork
    {
        /// <inheritdoc/>
        public override string Key => $"alert:{Alert.Id}";
    }
}

/// <summary>An alert for staff.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="ConversationId">The conversation it is about.</param>
/// <param name="Kind"><c>emergency_999</c>, <c>suicide_self_harm</c>, <c>safeguarding</c>, <c>carer_breakdown</c>, <c>urgent_care_need</c>, <c>person_asked_for</c> or <c>failed</c>.</param>
/// <param name="Words">What was said, in their words.</param>
/// <param name="At">When.</param>
public sealed record CaseAlert(Guid Id, string ConversationId, string Kind, string Words, DateTimeOffset At);
