using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace TransformingLives.Bot.Safety;

/// <summary>One place in a pattern: a word out of a set, a phrase out of a group, or a gap.</summary>
internal sealed record PatternStep
{
    /// <summary>Whole words that fit.</summary>
    public FrozenSet<string> Words { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Beginnings of words that fit (<c>bleed*</c>).</summary>
    public ImmutableArray<string> Prefixes { get; init; } = [];

    /// <summary>Phrases of more than one word that fit.</summary>
    public ImmutableArray<Pattern> Phrases { get; init; } = [];

    /// <summary>Up to so many words of any kind; 0 when this is not a gap.</summary>
    public int Gap { get; init; }

    /// <summary>It may be left out.</summary>
    public bool IsOptional { get; init; }

    internal ulong Advance(ulong ends, ImmutableArray<SafetyToken> tokens, int start, int limit)
    {
        var within = (1UL << (limit + 1)) - 1;
        if (Gap > 0)
        {
            return Widen(ends) & within;
        }

        var next = IsOptional ? ends : 0UL;
        for (var rest = ends; rest != 0; rest &= rest - 1)
        {
            var at = BitOperations.TrailingZeroCount(rest);
            if (at < limit && Fits(tokens[start + at].Word))
            {
                next |= 1UL << (at + 1);
            }
        }

        foreach (var phrase in Phrases)
        {
            next |= phrase.Advance(ends, tokens, start, limit);
        }

        return next & within;
    }

    internal bool Fits(string word)
    {
        if (Words.Contains(word))
        {
            return true;
        }

        foreach (var prefix in Prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private ulong Widen(ulong ends)
    {
        for (var i = 0; i < Gap; i++)
        {
            ends |= ends << 1;
        }

        return ends;
    }
}
