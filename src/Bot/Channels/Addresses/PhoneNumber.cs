using PhoneNumbers;

namespace TransformingLives.Bot.Channels.Addresses;

/// <summary>A number that a person can be reached on, in one form: E.164.</summary>
internal static class PhoneNumber
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>What telephone networks say for "withheld", some of it spelt on the keys: never a person's own number.</summary>
    private static readonly HashSet<string> Withheld = new(StringComparer.OrdinalIgnoreCase)
    {
        "anonymous", "restricted", "unknown", "unavailable", "blocked", "private", "+266696687", "+7378742883", "+2562533", "+8656696", "+86282452253",
    };

    /// <summary>"+447700900123"; null for what is withheld, a name, a short code, or no number at all.</summary>
    public static string? E164(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 32 || Withheld.Contains(text.Trim()))
        {
            return null;
        }

        try
        {
            // "Possible" and not "valid": Ofcom's numbers for drama are not in use, and new ranges are younger than any list.
            var number = Numbers.Parse(text, "GB");
            return Numbers.IsPossibleNumber(number) && number.NationalNumber > 999_999 ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>It is a British mobile number: it can have a text.</summary>
    public static bool IsMobile(string e164) => e164.StartsWith("+447", StringComparison.Ordinal);
}
