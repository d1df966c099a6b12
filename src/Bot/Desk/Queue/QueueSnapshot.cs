using System.Collections.Immutable;
using TransformingLives.Bot.Conversations.Waiting;

namespace TransformingLives.Bot.Desk.Queue;

/// <summary>The queue at one moment, the same for every page of this node.</summary>
/// <param name="Entries">Danger first, then who should be answered soonest.</param>
/// <param name="Version">Rises with each change.</param>
internal sealed record QueueSnapshot(ImmutableArray<QueueEntry> Entries, long Version)
{
    public static QueueSnapshot Empty { get; } = new([], 0);

    /// <summary>The entry of a conversation; null when the desk has no part in it.</summary>
    public QueueEntry? Find(string conversationId) => Entries.FirstOrDefault(entry => entry.ConversationId == conversationId);
}
