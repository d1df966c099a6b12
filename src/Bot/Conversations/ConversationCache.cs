using Microsoft.Extensions.Caching.Memory;

namespace TransformingLives.Bot.Conversations;

/// <summary>
/// The conversations that this node answered last, so that a turn need not read them. It may be behind: a turn decided on an old version is refused when it is
/// stored, and is decided again on what is in the database.
/// </summary>
internal sealed class ConversationCache : IDisposable
{
    private const long LargestSize = 64 * 1024 * 1024;
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = LargestSize });

    /// <summary>The conversation as it was stored last; null when it isn't held, or when its last message had this key: then the answer is in the log.</summary>
    public Conversation? Find(string conversationId, string key) =>
        entries.TryGetValue(conversationId, out Entry? entry) && entry!.LastKey != key ? entry.Conversation : null;

    /// <summary>Holds it for as long as it is used and there is room.</summary>
    /// <param name="conversation">As stored.</param>
    /// <param name="lastKey">Key of the message that was answered last.</param>
    /// <param name="size">About how many characters it has.</param>
    public void Hold(Conversation conversation, string? lastKey, int size) =>
        entries.Set(conversation.Id, new Entry(conversation, lastKey), new MemoryCacheEntryOptions { Size = size * 4L, SlidingExpiration = Idle });

    /// <summary>Forgets it: the database knows better.</summary>
    public void Forget(string conversationId) => entries.Remove(conversationId);

    public void Dispose() => entries.Dispose();

    private sealed record Entry(Conversation Conversation, string? LastKey);
}
