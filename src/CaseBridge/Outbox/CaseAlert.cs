namespace TransformingLives.CaseBridge.Outbox;

/// <summary>An alert for staff.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="ConversationId">The conversation it is about.</param>
/// <param name="Kind"><c>emergency_999</c>, <c>suicide_self_harm</c>, <c>safeguarding</c>, <c>carer_breakdown</c>, <c>urgent_care_need</c>, <c>person_asked_for</c> or <c>failed</c>.</param>
/// <param name="Words">What was said, in their words.</param>
/// <param name="At">When.</param>
public sealed record CaseAlert(Guid Id, string ConversationId, string Kind, string Words, DateTimeOffset At);
