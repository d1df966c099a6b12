using System.Text;

namespace TransformingLives.Bot.Turns;

/// <summary>The words of a message as they may be stored and read: no channel needs to think of this again.</summary>
public static class MessageText
{
    /// <summary>Characters that are kept of one message: two pages of writing and more.</summary>
    public const int Longest = 10_000;

    /// <summary>Leaves out control characters (a database refuses U+0000), mends halves of characters, trims, and cuts what is too long.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Longest && IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Trim();
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if ((char.IsControl(character) && character is not ('\n' or '\t')) || char.IsSurrogate(character))
            {
                return false;
            }
        }

        return text.Length == 0 || !(char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));
    }
}
