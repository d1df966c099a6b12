namespace TransformingLives.Bot.Channels.Addresses;

/// <summary>Where somebody is reached, and which conversation that leads to. One conversation can have several.</summary>
/// <param name="Kind"><c>sms</c>, <c>whatsapp</c>, <c>voice</c>, <c>connector</c>.</param>
/// <param name="Address">A number as E.164, or what the channel calls the person.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="LinkedAt">Since when, UTC.</param>
/// <param name="VerifiedAt">When it was shown that the address belongs to the person of the conversation; null: not yet, and nothing personal goes there.</param>
/// <param name="StoppedAt">When they asked for no more messages; null when they did not.</param>
public sealed record ConversationAddress(string Kind, string Address, string ConversationId, DateTimeOffset LinkedAt, DateTimeOffset? VerifiedAt, DateTimeOffset? StoppedAt);
