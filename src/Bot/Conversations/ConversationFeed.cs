using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TransformingLives.Bot.Conversations;

/// <summary>Wakes whoever listens to a conversation when its log has grown. It carries no content: listeners read the log.</summary>
public sealed class ConversationFeed
{
    /// <summary>What to subscribe to for the queue of the desk; no conversation has this id, and its numbers are moments.</summary>
    public const string Desk = "desk";

    /// <summary>What to subscribe to for what is turned off and on; no conversation has this id, and its numbers are revisions.</summary>
    public const string Switches = "switches";

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

    /// <summary>One listener, who waits in one place at a time: a second wait ends the first.</summary>
    public sealed class Subscription : IDisposable
    {
        // Thousands wait for hours: a channel for each would cost four times as much.
        private readonly Lock one = new();
        private readonly ConversationFeed feed;
        private Waiter? waiter;
        private long known;
        private long told;

        internal Subscription(ConversationFeed feed, string conversationId)
        {
            this.feed = feed;
            ConversationId = conversationId;
        }

        /// <summary>The conversation listened to.</summary>
        public string ConversationId { get; }

        /// <summary>The log has grown since the last wait.</summary>
        internal bool HasNews
        {
            get
            {
                lock (one)
                {
                    return known > told;
                }
            }
        }

        /// <summary>Waits until the log has grown; gives its last sequence. A wait that is cancelled takes no news with it.</summary>
        public ValueTask<long> WaitAsync(CancellationToken cancellationToken)
        {
            var begun = new Waiter(this);
            Waiter? earlier;
            lock (one)
            {
                if (known > told)
                {
                    told = known;
                    return ValueTask.FromResult(told);
                }

                (earlier, waiter) = (waiter, begun);
            }

            earlier?.TrySetCanceled(CancellationToken.None);
            begun.GiveUpWhen(cancellationToken);
            return new ValueTask<long>(begun.Task);
        }

        /// <inheritdoc/>
        public void Dispose() => feed.Remove(this);

        internal void Wake(long lastSequence)
        {
            Waiter? woken;
            lock (one)
            {
                if (lastSequence <= known)
                {
                    return;
                }

                known = lastSequence;
                (woken, waiter) = (waiter, null);
                told = woken is null ? told : known;
            }

            woken?.Hear(lastSequence);
        }

        private void GiveUp(Waiter given, CancellationToken cancellationToken)
        {
            lock (one)
            {
                if (waiter != given)
                {
                    return;
                }

                waiter = null;
            }

            given.TrySetCanceled(cancellationToken);
        }

        private sealed class Waiter(Subscription of) : TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously)
        {
            private CancellationTokenRegistration registration;

            public void GiveUpWhen(CancellationToken cancellationToken)
            {
                registration = cancellationToken.UnsafeRegister(static (state, token) => ((Waiter)state!).GiveUp(token), this);
                if (Task.IsCompleted)
                {
                    registration.Unregister();
                }
            }

            public void Hear(long lastSequence)
            {
                registration.Unregister();
                TrySetResult(lastSequence);
            }

            private void GiveUp(CancellationToken cancellationToken) => of.GiveUp(this, cancellationToken);
        }
    }
}
