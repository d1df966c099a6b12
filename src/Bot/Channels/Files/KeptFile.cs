namespace TransformingLives.Bot.Channels.Files;

/// <summary>A picture or letter that somebody sent.</summary>
/// <param name="Id">Unguessable id.</param>
/// <param name="ConversationId">The conversation it was sent in.</param>
/// <param name="Name">As it was called, made harmless.</param>
/// <param name="ContentType">What it really is, by its own bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="At">When it came, UTC.</param>
public sealed record KeptFile(string Id, string ConversationId, string Name, string ContentType, long Size, DateTimeOffset At);
