using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.LanguageModel.Wording;

/// <summary>
/// Sentences of an answer that were found grounded while the rest is still being worded, for pages that are open on this node. A draft is never
/// stored and never the answer: what is stored when the turn commits takes its place.
/// </summary>
internal sealed class WordingDrafts
{
    private readonly ConcurrentDictionary<string, Action<WordingDraft>> listeners = new();

    /// <summary>Begins to listen; dispose to stop.</summary>
    public IDisposable Listen(string conversationId, Action<WordingDraft> hears)
    {
        listeners.AddOrUpdate(conversationId, hears, (_, others) => others + hears);
        return new Listening(() =>
        {
            while (listeners.TryGetValue(conversationId, out var all))
            {
                var rest = all - hears;
                if (rest is null ? listeners.TryRemove(KeyValuePair.Create(conversationId, all)) : listeners.TryUpdate(conversationId, rest, all))
                {
                    break;
                }
            }
        });
    }

    /// <summary>A stream for the answer to a message; null when nobody watches. Its id follows from the message, so a turn that is decided again goes on with it.</summary>
    public WordingStream? Begin(IncomingMessage message) => listeners.ContainsKey(message.ConversationId)
        ? new WordingStream($"stream-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.ConversationId} {message.Key}")).AsSpan(0, 12))}", draft => listeners.GetValueOrDefault(message.ConversationId)?.Invoke(draft))
        : null;

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}

/// <summary>The drafts of one answer.</summary>
internal sealed class WordingStream(string id, Action<WordingDraft> tell)
{
    private int told;
    private string last = "";

    /// <summary>Its id; null until something was told.</summary>
    public string? Id => told > 0 ? id : null;

    /// <summary>All that is grounded so far.</summary>
    public void Tell(string text)
    {
        if (text != last)
        {
            last = text;
            tell(new WordingDraft(id, ++told, text));
        }
    }
}

/// <summary>An answer as far as it is worded.</summary>
/// <param name="Stream">Id of the stream.</param>
/// <param name="Number">From 1.</param>
/// <param name="Text">All so far.</param>
internal sealed record WordingDraft(string Stream, int Number, string Text);
