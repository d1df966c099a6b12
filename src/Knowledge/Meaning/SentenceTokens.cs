using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace TransformingLives.Knowledge.Meaning;

/// <summary>Cuts a text into BERT's word pieces, in BERT's own way: the library's drops line breaks, which joins words, and pound signs.</summary>
internal static class SentenceTokens
{
    /// <summary>The tokenizer of the vocabulary in a folder. Give it <see cref="Cleaned"/> text.</summary>
    public static BertTokenizer Tokenizer(string folder) =>
        BertTokenizer.Create(Path.Combine(folder, "vocab.txt"), new BertOptions { ApplyBasicTokenization = false, LowerCaseBeforeTokenization = false });

    /// <summary>Lower case, without accents, a blank at each side of what is no letter or digit.</summary>
    public static string Cleaned(string text)
    {
        var cleaned = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                cleaned.Append(' ');
            }
            else if (IsDropped(rune))
            {
                continue;
            }
            else if (Rune.IsPunctuation(rune) || rune.IsAscii && Rune.IsSymbol(rune))
            {
                cleaned.Append(' ').Append(rune.ToString()).Append(' ');
            }
            else
            {
                cleaned.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return cleaned.ToString();
    }

    private static bool IsDropped(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
