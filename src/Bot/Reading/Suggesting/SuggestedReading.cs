using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Reading.Suggesting;

/// <summary>What a second pair of eyes thinks a message says. It only points at words: what they mean is read by the deterministic readers, and what they can't read is left out.</summary>
public sealed record SuggestedReading(ImmutableArray<SuggestedAnswer> Answers, ImmutableArray<SuggestedConcern> Concerns)
{
    /// <summary>Nothing.</summary>
    public static SuggestedReading Nothing { get; } = new([], []);
}

/// <summary>Words of the message that answer a question.</summary>
/// <param name="Question">Question id.</param>
/// <param name="Quote">The words as the person wrote them.</param>
public sealed record SuggestedAnswer(string Question, string Quote);

/// <summary>Words of the message that tell of danger.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Quote">The words as the person wrote them.</param>
public sealed record SuggestedConcern(ConcernKind Kind, string Quote);

/// <summary>A suggestion that was taken, kept with the conversation so that a turn can be decided again exactly as it was.</summary>
/// <param name="Turn">Version of the conversation that the turn was decided on.</param>
/// <param name="Question">Question id; empty for a concern.</param>
/// <param name="Kind">The concern; null for an answer.</param>
/// <param name="Quote">The person's words.</param>
public sealed record TakenSuggestion(int Turn, string Question, ConcernKind? Kind, string Quote);
