using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TransformingLives.Bot.Conversations;

/// <summary>Wakes whoever listens to a conversation when its log has grown. It carries no content: listeners read the log.</summary>
public sealed class ConversationFeed
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Subscription, byte>> listeners = new();

    /// <summary>Begins to listen; dispose to stop. Only the newest sequence is kept for a slow listener.</summary>
    public Subscription Subscribe(string conversationId)
    {
        var subscription = new Subscription(this, conversationId);
        listeners.GetOrAdd(conversationId, _ => new()).TryAdd(subscription, 0);
        return subscription;
    }

    /// <summary>Says that a log has grown to <paramref name="lastSequence"/>.</summary>
    public void Publish(string conversationId, long lastSequence)
    {
        if (!listeners.TryGetValue(conversationId, out var subscriptions))
        {
            return;
        }

        foreach (var (subscription, _) in subscriptions)
        {
            subscription.Wake(lastSequence);
        }
    }

    private void Remove(Subscription subscription)
    {
        if (listeners.TryGetValue(subscription.ConversationId, out var subscriptions))
        {
            subscriptions.TryRemove(subscription, out _);
            if (subscriptions.IsEmpty)
            {
                listeners.TryRemove(new KeyValuePair<string, ConcurrentDictionary<Subscription, byte>>(subscription.ConversationId, subscriptions));
            }
        }
    }

    /// <summary>One listener.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly Channel<long> signals = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        private readonly ConversationFeed feed;

        internal Subscription(ConversationFeed feed, string conversationId)
        {
            this.feed = feed;
            ConversationId = conversationId;
        }

        /// <summary>The conversation listened to.</summary>
        public string ConversationId { get; }

        /// <summary>Waits until the log has grown; gives its last sequence.</summary>
        public ValueTask<long> WaitAsync(CancellationToken cancellationToken) => signals.Reader.ReadAsync(cancellationToken);

        /// <inheritdoc/>
        public void Dispose() => feed.Remove(this);

        internal void Wake(long lastSequence) => signals.Writer.TryWrite(lastSequence);
    }
}
