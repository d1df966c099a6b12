namespace TransformingLives.Bot.Conversations;

/// <summary>The little of a conversation that listeners need.</summary>
/// <param name="Channel">Where it began.</param>
/// <param name="LastSequence">Sequence of the last entry in its log.</param>
public sealed record ConversationHead(string Channel, long LastSequence);
