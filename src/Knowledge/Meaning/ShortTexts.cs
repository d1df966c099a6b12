using System.Collections.Concurrent;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>The vectors of short texts that were asked for lately ("yes please", "I need help with washing"). Bounded: what nobody says again goes.</summary>
internal sealed class ShortTexts
{
    private const int LongestText = 48;
    private const int MostTexts = 512;

    private ConcurrentDictionary<string, float[]> young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, float[]> old = new(StringComparer.Ordinal);

    /// <summary>The vector of a text; made where it isn't remembered. Nobody may change it.</summary>
    public float[] Of(string text, Func<string, float[]> make)
    {
        if (text.Length > LongestText)
        {
            return make(text);
        }

        var now = Volatile.Read(ref young);
        if (now.TryGetValue(text, out var vector))
        {
            return vector;
        }

        vector = Volatile.Read(ref old).TryGetValue(text, out var before) ? before : make(text);
        now[text] = vector;
        if (now.Count >= MostTexts && Interlocked.CompareExchange(ref young, new(StringComparer.Ordinal), now) == now)
        {
            // What is said again meanwhile is taken over from here; the rest goes the next time.
            Volatile.Write(ref old, now);
        }

        return vector;
    }
}
