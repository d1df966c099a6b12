namespace TransformingLives.Bot.Conversations;

/// <summary>How an officer closed a matter.</summary>
/// <param name="Outcome">Code of an event outcome of <c>content/desk/outcomes.yaml</c>.</param>
/// <param name="By">The officer.</param>
/// <param name="At">When; the event of the Client Level Data ends here.</param>
public sealed record WrapUp(string Outcome, Officer By, DateTimeOffset At);
