using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;

namespace TransformingLives.Bot.Conversations;

/// <summary>Wakes whoever listens to a conversation when its log has grown. It carries no content: listeners read the log.</summary>
public sealed class ConversationFeed
{
    /// <summary>What to subscribe to for the queue of the desk; no conversation has this id, and its numbers are moments.</summary>
    public const string Desk = "desk";

    // Replaced as a whole: a list that empties while somebody joins it would never be woken again.
    private readonly ConcurrentDictionary<string, ImmutableArray<Subscription>> listeners = new();

    /// <summary>Begins to listen; dispose to stop. Only the newest sequence is kept for a slow listener.</summary>
    public Subscription Subscribe(string conversationId)
    {
        var subscription = new Subscription(this, conversationId);
        listeners.AddOrUpdate(conversationId, [subscription], (_, others) => others.Add(subscription));
        return subscription;
    }

    /// <summary>Hears what this node publishes, to tell other nodes; null on a node that is alone.</summary>
    internal Action<string, long>? OtherNodes { get; set; }

    /// <summary>The conversations that somebody on this node listens to.</summary>
    internal ICollection<string> Listened => listeners.Keys;

    /// <summary>Says that a log has grown to <paramref name="lastSequence"/>, on this node and on all others.</summary>
    public void Publish(string conversationId, long lastSequence)
    {
        Wake(conversationId, lastSequence);
        OtherNodes?.Invoke(conversationId, lastSequence);
    }

    /// <summary>Wakes the listeners of this node who don't know yet.</summary>
    internal void Wake(string conversationId, long lastSequence)
    {
        if (!listeners.TryGetValue(conversationId, out var subscriptions))
        {
            return;
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Wake(lastSequence);
        }
    }

    private void Remove(Subscription subscription)
    {
        while (listeners.TryGetValue(subscription.ConversationId, out var all))
        {
            var others = all.Remove(subscription);
            if (others.IsEmpty ? listeners.TryRemove(KeyValuePair.Create(subscription.ConversationId, all)) : listeners.TryUpdate(subscription.ConversationId, others, all))
            {
                return;
            }
        }
    }

    /// <summary>One listener.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly Channel<long> signals = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        private readonly ConversationFeed feed;
        private long known;

        internal Subscription(ConversationFeed feed, string conversationId)
        {
            this.feed = feed;
            ConversationId = conversationId;
        }

        /// <summary>The conversation listened to.</summary>
        public string ConversationId { get; }

        /// <summary>The log has grown since the last wait.</summary>
        internal bool HasNews => signals.Reader.Count > 0;

        /// <summary>Waits until the log has grown; gives its last sequence.</summary>
        public ValueTask<long> WaitAsync(CancellationToken cancellationToken) => signals.Reader.ReadAsync(cancellationToken);

        /// <inheritdoc/>
        public void Dispose() => feed.Remove(this);

        internal void Wake(long lastSequence)
        {
            if (lastSequence > Interlocked.Read(ref known))
            {
                Interlocked.Exchange(ref known, lastSequence);
                signals.Writer.TryWrite(lastSequence);
            }
        }
    }
}
