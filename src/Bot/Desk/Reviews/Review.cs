using System.Collections.Immutable;

namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>A review that is kept.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Matter">The matter of it.</param>
/// <param name="By">Name of the supervisor.</param>
/// <param name="At">When.</param>
/// <param name="Answers">By id of the checklist's line.</param>
/// <param name="Note">What should be learnt from it; may be empty.</param>
internal sealed record Review(string ConversationId, int Matter, string By, DateTimeOffset At, ImmutableDictionary<string, ReviewAnswer> Answers, string Note);
