using System.Collections.Immutable;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>A long answer in pages that a telephone takes, each with how to have the next.</summary>
internal static class TextPages
{
    /// <summary>Text messages that one answer takes at most.</summary>
    public const int MostSegments = 3;

    /// <param name="text">The whole answer.</param>
    /// <param name="more">How to have the rest, "Text MORE for the rest."</param>
    public static ImmutableArray<string> Of(string text, string more)
    {
        var pages = ImmutableArray.CreateBuilder<string>();
        var rest = Gsm7.Fold(text).Trim();
        var hint = $"\n{Gsm7.Fold(more)}";
        while (TextSegments.Count(rest) > MostSegments)
        {
            var length = Break(rest, Longest(rest, hint));
            pages.Add($"{rest[..length].TrimEnd()}{hint}");
            rest = rest[length..].TrimStart();
        }

        pages.Add(rest);
        return pages.ToImmutable();
    }

    // The longest beginning that fits together with the hint; a longer beginning never takes fewer segments.
    private static int Longest(string text, string hint)
    {
        var (fits, tooLong) = (1, text.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) = TextSegments.Count($"{text[..middle]}{hint}") <= MostSegments ? (middle, tooLong) : (fits, middle);
        }

        return char.IsHighSurrogate(text[fits - 1]) ? fits - 1 : fits;
    }

    // At the end of a line, of a sentence, or of a word: the first that leaves at least half a page.
    private static int Break(string text, int longest)
    {
        var page = text[..longest];
        var line = page.LastIndexOf('\n');
        var sentence = page.LastIndexOf(". ", StringComparison.Ordinal) + 1;
        var word = page.LastIndexOf(' ');
        return line > longest / 2 ? line : sentence > longest / 2 ? sentence : word > longest / 2 ? word : longest;
    }
}
