using System.Globalization;
using System.Security.Cryptography;

namespace TransformingLives.Bot.Channels.CarryingOn;

/// <summary>A one-time code: eight digits, which a telephone's keys can give.</summary>
internal static class CarryOnCode
{
    private const int Digits = 8;

    /// <summary>A new one, from the system's own source of chance.</summary>
    public static string Draw() => RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>"1234 5678", to be read and said.</summary>
    public static string Printed(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>The code that a whole message is; null when it is none. "Code: 1234-5678" is one, a sentence with a number in it is not.</summary>
    public static string? In(string text)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        var rest = new string([.. text.Where(sign => char.IsLetter(sign))]);
        var isMore = text.Any(sign => !char.IsLetterOrDigit(sign) && sign is not (' ' or '-' or ':' or '.' or '#' or '\n'));
        return digits.Length == Digits && !isMore && rest.ToUpperInvariant() is "" or "CODE" or "MYCODEIS" or "THECODEIS" ? digits : null;
    }
}
