using Microsoft.Extensions.Caching.Memory;

namespace TransformingLives.Bot.LanguageModel.Wording;

/// <summary>Wordings that were found grounded, for questions with nothing personal in them: asked again, nobody waits and nothing leaves.</summary>
internal sealed class WordingCache : IDisposable
{
    private const int Most = 500;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="key">All that the wording follows from; null for what is not kept.</param>
    public string? Find(string? key) => key is not null && cache.TryGetValue(key, out string? text) ? text : null;

    public void Keep(string? key, string? text)
    {
        if (key is not null && text is not null)
        {
            cache.Set(key, text, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        }
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();
}
