using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TransformingLives.Bot.Safety;

/// <summary>
/// Letters that look like others, as plain ones: hidden signs between letters, wide, bold or circled letters, and Cyrillic or Greek letters in a Latin text. Copied text
/// has them, telephones make them, and somebody who is read over the shoulder may mean to.
/// </summary>
internal static class DisguisedLetters
{
    /// <summary>Small Cyrillic and Greek letters that look like Latin ones, and those. Source: Unicode's confusables (UTS 39).</summary>
    private const string Alike = "\u0430\u0432\u0441\u0501\u0435\u04BB\u0456\u0458\u043A\u04CF\u043C\u043D\u043E\u051B\u0440\u0455\u0442\u0443\u0475\u051D\u0445\u03B1\u03B2\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03C9\u0131\u0261";
    private const string Meant = "abcdehijklmhoqpstyvwxabeikvoptuxwig";
    private static readonly FrozenDictionary<char, char> Latin = Alike.Zip(Meant).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The text as it is read; the text itself where nothing is disguised.</summary>
    public static string Off(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', '\u00AC'))
        {
            return text;
        }

        // Whoever writes Russian or Greek means its letters.
        var isLatin = text.Count(char.IsAsciiLetter) * 2 >= text.Count(letter => letter is >= '\u0370' and <= '\u052F');
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is < 0xC0 and not 0xAD)
            {
                plain.Append((char)rune.Value);
            }
            else if (!IsHidden(rune))
            {
                Add(plain, rune, isLatin);
            }
        }

        return plain.Length == text.Length && plain.Equals(text) ? text : plain.ToString();
    }

    private static void Add(StringBuilder plain, Rune rune, bool isLatin)
    {
        Span<char> signs = stackalloc char[2];
        signs = signs[..rune.EncodeToUtf16(signs)];
        if (!Rune.IsLetterOrDigit(rune) && !IsLetterAsSign(rune))
        {
            plain.Append(signs);
            return;
        }

        foreach (var sign in new string(signs).Normalize(NormalizationForm.FormKC))
        {
            plain.Append(isLatin ? Latin.GetValueOrDefault(char.ToLowerInvariant(sign), sign) : sign);
        }
    }

    // Format signs show nothing; marks over letters are what makes text look scribbled. Accents are part of their letter and stay.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is (>= 0x300 and <= 0x36F) or (>= 0x20D0 and <= 0x20F0);

    // Letters in circles and squares are symbols to Unicode.
    private static bool IsLetterAsSign(Rune rune) => rune.Value is (>= 0x249C and <= 0x24E9) or (>= 0x1F110 and <= 0x1F189);
}
