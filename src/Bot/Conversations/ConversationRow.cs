namespace TransformingLives.Bot.Conversations;

/// <summary>A conversation as it is stored. Instants are Unix milliseconds.</summary>
internal sealed class ConversationRow
{
    public required string Id { get; set; }

    public int Version { get; set; }

    public required string Channel { get; set; }

    public long StartedAt { get; set; }

    public long UpdatedAt { get; set; }

    public long LastSequence { get; set; }

    public required string State { get; set; }
}
