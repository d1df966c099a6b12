using System.Buffers;
using System.Globalization;
using System.Text;

namespace TransformingLives.Bot.Channels.Sms;

/// <summary>The alphabet of text messages (3GPP TS 23.038): a text in it fits 160 signs where another fits 70.</summary>
internal static class Gsm7
{
    private static readonly SearchValues<char> Basic = SearchValues.Create("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
    private static readonly SearchValues<char> Extended = SearchValues.Create("\f^{}\\[~]|€");

    /// <summary>Septets of a sign: 1, 2, or 0 when it is not in the alphabet.</summary>
    public static int Septets(char sign) => Basic.Contains(sign) ? 1 : Extended.Contains(sign) ? 2 : 0;

    /// <summary>All of the text is in the alphabet.</summary>
    public static bool Has(string text) => text.All(sign => Septets(sign) > 0);

    /// <summary>Puts look-alikes in the place of signs that are not in the alphabet: curly quotes, dashes, accents it lacks. Other scripts stay as they are.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            folded.Append(rune.IsBmp && Septets((char)rune.Value) > 0 ? rune.ToString() : LookAlike(rune));
        }

        return folded.ToString();
    }

    private static string LookAlike(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 or 0x201A or 0x2032 or 0x00B4 or 0x0060 => "'",
        0x201C or 0x201D or 0x201E or 0x2033 or 0x00AB or 0x00BB => "\"",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2015 or 0x2212 or 0x2022 or 0x00B7 => "-",
        0x2026 => "...",
        0x0009 or 0x00A0 or 0x2002 or 0x2003 or 0x2009 or 0x202F => " ",
        0x00AD or 0x200B or 0x200C or 0x200D or 0xFEFF => "",
        0x00BD => "1/2",
        0x00BC => "1/4",
        0x00BE => "3/4",
        _ => WithoutAccent(rune),
    };

    // "ê" is not in the alphabet, "e" is; a sign of another script has no such base and stays.
    private static string WithoutAccent(Rune rune)
    {
        var parts = rune.ToString().Normalize(NormalizationForm.FormD);
        var bare = new string([.. parts.Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)]);
        return bare.Length > 0 && bare.All(sign => sign < 0x80) ? bare : rune.ToString();
    }
}
