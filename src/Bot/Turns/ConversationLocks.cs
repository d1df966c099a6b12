using System.Collections.Concurrent;

namespace TransformingLives.Bot.Turns;

/// <summary>Turns of one conversation run one after another on this node. (Across nodes the version catches the race.)</summary>
internal sealed class ConversationLocks
{
    private readonly ConcurrentDictionary<string, Entry> entries = new();

    /// <summary>How many are in the conversation's turn or wait for it.</summary>
    public int Count(string conversationId) => entries.TryGetValue(conversationId, out var entry) ? entry.Users : 0;

    /// <summary>Waits for the conversation's turn; dispose to let the next one in.</summary>
    public async Task<IDisposable> EnterAsync(string conversationId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var entry = entries.GetOrAdd(conversationId, _ => new Entry());
            lock (entry)
            {
                if (entry.IsGone)
                {
                    continue;
                }

                entry.Users++;
            }

            try
            {
                await entry.Gate.WaitAsync(cancellationToken);
            }
            catch
            {
                Leave(conversationId, entry, wasIn: false);
                throw;
            }

            return new Holder(() => Leave(conversationId, entry, wasIn: true));
        }
    }

    private void Leave(string conversationId, Entry entry, bool wasIn)
    {
        if (wasIn)
        {
            entry.Gate.Release();
        }

        lock (entry)
        {
            if (--entry.Users == 0)
            {
                entry.IsGone = true;
                entries.TryRemove(conversationId, out _);
            }
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }

        public bool IsGone { get; set; }
    }

    private sealed class Holder(Action leave) : IDisposable
    {
        private Action? leave = leave;

        public void Dispose() => Interlocked.Exchange(ref leave, null)?.Invoke();
    }
}
