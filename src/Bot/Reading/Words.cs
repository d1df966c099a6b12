using System.Buffers;
using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading;

/// <summary>A message as plain words: lower case, apostrophes gone. Linear in its length.</summary>
internal static class Words
{
    private const int Longest = 20_000;
    private const int OnStack = 256;

    /// <summary>All the words of a text.</summary>
    public static ImmutableArray<string> All(string text) => [.. Line(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>All the words as one line, with a blank at each end, so that whole words can be looked for.</summary>
    public static string Line(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, Longest));
        var rented = read.Length + 2 <= OnStack ? null : ArrayPool<char>.Shared.Rent(read.Length + 2);
        Span<char> line = rented ?? stackalloc char[OnStack];
        line[0] = ' ';
        var end = 1;
        foreach (var letter in read)
        {
            if (IsOfAWord(letter))
            {
                line[end++] = char.ToLowerInvariant(letter);
            }
            else if (!IsApostrophe(letter) && line[end - 1] != ' ')
            {
                line[end++] = ' ';
            }
        }

        if (end == 1 || line[end - 1] != ' ')
        {
            line[end++] = ' ';
        }

        var made = line[..end].ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return made;
    }

    /// <summary>The text has one of these phrases as whole words.</summary>
    public static bool HasAny(string line, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (Has(line, phrase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfAWord(char letter) => char.IsLetterOrDigit(letter) || letter == '£';

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`';

    // Asked some hundred times of each message: nothing is made for it.
    private static bool Has(ReadOnlySpan<char> line, ReadOnlySpan<char> phrase)
    {
        for (var from = 0; line[from..].IndexOf(phrase) is var at and >= 0; from += at + 1)
        {
            var (start, end) = (from + at, from + at + phrase.Length);
            if (start > 0 && line[start - 1] == ' ' && end < line.Length && line[end] == ' ')
            {
                return true;
            }
        }

        return false;
    }
}
