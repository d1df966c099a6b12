namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Where a conversation is held on the other side, and how far it has been told.</summary>
/// <param name="ConversationId">Ours.</param>
/// <param name="ServiceUrl">Where replies go.</param>
/// <param name="ChannelId"><c>msteams</c>, <c>telephony</c>, …</param>
/// <param name="TheirId">What they call the conversation.</param>
/// <param name="Bot">Our account there, JSON.</param>
/// <param name="Person">The person's account there, JSON.</param>
/// <param name="Sent">Sequence up to which they have been told.</param>
/// <param name="Attempts">Times in a row that telling them failed.</param>
internal sealed record ConnectorPlace(string ConversationId, string ServiceUrl, string ChannelId, string TheirId, string Bot, string Person, long Sent, int Attempts);
