using System.Collections.Immutable;

namespace TransformingLives.Bot.Safety;

/// <summary>A phrase of a safety rule: words in order, <c>a|b</c> for either, <c>word*</c> for any ending, <c>..</c> for up to six words between. Matched without backtracking over letters, in time linear in the message.</summary>
internal sealed record Pattern(ImmutableArray<ImmutableArray<string>> Slots)
{
    private const int Gap = 6;

    public static Pattern Parse(string text) =>
        new([.. text.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(slot => slot.Split('|').ToImmutableArray())]);

    /// <summary>Index of the first word of a match; -1 for none.</summary>
    public int Find(ImmutableArray<string> words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            if (MatchesAt(words, start, 0))
            {
                return start;
            }
        }

        return -1;
    }

    private bool MatchesAt(ImmutableArray<string> words, int at, int slot)
    {
        if (slot == Slots.Length)
        {
            return true;
        }

        if (Slots[slot] is [".."])
        {
            for (var skip = 0; skip <= Gap; skip++)
            {
                if (MatchesAt(words, at + skip, slot + 1))
                {
                    return true;
                }
            }

            return false;
        }

        return at < words.Length && Fits(Slots[slot], words[at]) && MatchesAt(words, at + 1, slot + 1);
    }

    private static bool Fits(ImmutableArray<string> choices, string word)
    {
        foreach (var choice in choices)
        {
            if (choice.EndsWith('*') ? word.StartsWith(choice[..^1], StringComparison.Ordinal) : word == choice)
            {
                return true;
            }
        }

        return false;
    }
}
