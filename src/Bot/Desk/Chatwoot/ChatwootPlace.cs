namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>Where a conversation stands in Chatwoot.</summary>
/// <param name="ConversationId">Ours.</param>
/// <param name="Contact">The source id of its contact.</param>
/// <param name="TheirId">The number that Chatwoot shows it under.</param>
internal sealed record ChatwootPlace(string ConversationId, string Contact, long TheirId)
{
    /// <summary>The last entry of our log that they have.</summary>
    public long Sent { get; init; }

    /// <summary>The newest of their messages that we have seen: what may have got there in spite of a lost answer is looked for after it.</summary>
    public long LastMessage { get; init; }

    /// <summary>A person is wanted or has it there.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It was put before everything else there.</summary>
    public bool IsUrgent { get; init; }
}
