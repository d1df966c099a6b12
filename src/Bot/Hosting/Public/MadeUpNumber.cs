using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Hosting.Public;

/// <summary>Telephone numbers that Ofcom keeps for films and examples: nobody ever answers them.</summary>
internal static partial class MadeUpNumber
{
    /// <summary>It is one of them, however it is written.</summary>
    public static bool Is(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return Drama().IsMatch(digits.StartsWith("44", StringComparison.Ordinal) ? $"0{digits[2..]}" : digits);
    }

    // Ofcom, "Telephone numbers for use in TV and radio drama programmes".
    [GeneratedRegex("^(01(13|14|15|16|17|18|21|31|41|51|61)4960|01914980|01632960|02079460|02896496|02920180|03069990|07700900|08081570|09098790)")]
    private static partial Regex Drama();
}
