using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>A phrase with alternatives, word groups, gaps and optional words. It may reach into the next sentence: haste puts full stops anywhere.</summary>
/// <param name="Text">As the author wrote it.</param>
/// <param name="Steps">What must follow what.</param>
internal sealed record Pattern(string Text, ImmutableArray<PatternStep> Steps)
{
    /// <summary>No match is longer than this many words, so that the work is bounded.</summary>
    public const int LongestMatch = 62;

    /// <summary>The length in words of the shortest match that begins at a word; 0 if none does.</summary>
    public int Match(ImmutableArray<SafetyToken> tokens, int start)
    {
        // Bit 0 would be a match of no words at all.
        var ends = Advance(1UL, tokens, start, Reach(tokens, start)) & ~1UL;
        return ends == 0 ? 0 : System.Numerics.BitOperations.TrailingZeroCount(ends);
    }

    // Bit i stands for "i words from the start have been used": a set of states, so nothing is ever tried twice.
    internal ulong Advance(ulong ends, ImmutableArray<SafetyToken> tokens, int start, int limit)
    {
        foreach (var step in Steps)
        {
            ends = step.Advance(ends, tokens, start, limit);
            if (ends == 0)
            {
                return 0;
            }
        }

        return ends;
    }

    /// <summary>Every whole word that the phrase looks for.</summary>
    public IEnumerable<string> WholeWords => Steps.SelectMany(step => step.Words.Concat(step.Phrases.SelectMany(phrase => phrase.WholeWords)));

    private static int Reach(ImmutableArray<SafetyToken> tokens, int start)
    {
        var length = 0;
        while (length < LongestMatch && start + length < tokens.Length
            && tokens[start + length].Sentence <= tokens[start].Sentence + 1)
        {
            length++;
        }

        return length;
    }
}
