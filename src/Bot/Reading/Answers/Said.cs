using System.Collections.Immutable;
using System.Text;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>An answer cut into words in which figures stay whole: "£1,200.50 pcm" is <c>£ 1200.50 pcm</c>, "14k" is <c>14 k</c>. Linear in its length.</summary>
internal static class Said
{
    /// <summary>The words, lower case, apostrophes gone. A comma or a full stop is a word of its own: <c>,</c>.</summary>
    public static ImmutableArray<string> Words(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length;)
        {
            var letter = text[i];
            if (char.IsAsciiDigit(letter))
            {
                i = AddFigures(text, i, words);
            }
            else if (char.IsLetter(letter))
            {
                i = AddWord(text, i, words);
            }
            else
            {
                // "Eighty-one" is two words; "2-3" is a range.
                var isHyphen = letter is '-' or '–' && i > 0 && char.IsLetter(text[i - 1]) && i + 1 < text.Length && char.IsLetter(text[i + 1]);
                if (!isHyphen && letter is ('£' or '/' or '-' or '–' or '+' or '%' or '@' or '&'))
                {
                    words.Add(letter == '–' ? "-" : letter == '&' ? "and" : letter.ToString());
                }
                else if (letter is ',' or '.' or ';' or '!' or '?' or '\n' or '(' or ')' && words.Count > 0 && words[^1] != ",")
                {
                    words.Add(",");
                }

                i++;
            }
        }

        return words.ToImmutable();
    }

    /// <summary>The words with a blank at each end, marks left out.</summary>
    public static string Line(ImmutableArray<string> words) => $" {string.Join(' ', words.Where(word => word.Length > 1 || char.IsLetterOrDigit(word[0]) || word == "£"))} ";

    private static int AddWord(string text, int start, ImmutableArray<string>.Builder words)
    {
        var word = new StringBuilder();
        var i = start;
        for (; i < text.Length && (char.IsLetter(text[i]) || IsApostrophe(text[i])); i++)
        {
            if (!IsApostrophe(text[i]))
            {
                word.Append(char.ToLowerInvariant(text[i]));
            }
        }

        words.Add(word.ToString());
        return i;
    }

    // "1,200" and "12.50" are one figure; so are "3rd" and "4th". "14k", "3x" and "2pm" are two words.
    private static int AddFigures(string text, int start, ImmutableArray<string>.Builder words)
    {
        var figures = new StringBuilder();
        var i = start;
        var hasDot = false;
        for (; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                figures.Append(text[i]);
            }
            else if (text[i] == ',' && IsThousand(text, i))
            {
                continue;
            }
            else if (text[i] == '.' && !hasDot && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                hasDot = true;
                figures.Append('.');
            }
            else
            {
                break;
            }
        }

        if (!hasDot && i + 1 < text.Length && text.AsSpan(i, 2).ToString().ToLowerInvariant() is "st" or "nd" or "rd" or "th" && (i + 2 == text.Length || !char.IsLetter(text[i + 2])))
        {
            figures.Append(text.AsSpan(i, 2).ToString().ToLowerInvariant());
            i += 2;
        }

        words.Add(figures.ToString());
        return i;
    }

    private static bool IsThousand(string text, int comma) =>
        comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && (comma + 4 == text.Length || !char.IsAsciiDigit(text[comma + 4]));

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´';
}
