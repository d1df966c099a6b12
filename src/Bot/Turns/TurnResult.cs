using System.Collections.Immutable;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;

namespace TransformingLives.Bot.Turns;

/// <summary>How a message was answered.</summary>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="Ending">Id of <c>content/endings.yaml</c>.</param>
/// <param name="Replies">What was said.</param>
/// <param name="LastSequence">Sequence of the last entry in the log.</param>
public sealed record TurnResult(string ConversationId, string Ending, ImmutableArray<Reply> Replies, long LastSequence)
{
    /// <summary>Nothing was stored: too many people write just now. The same message may be sent again.</summary>
    public bool IsBusy => Ending == EndingIds.Busy;

    /// <summary>Sequence of the message itself in the log.</summary>
    public required long MessageSequence { get; init; }
}
