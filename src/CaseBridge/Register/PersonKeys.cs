using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Register;

/// <summary>What tells one person from another, written so that it can be compared.</summary>
/// <param name="Name">Letters only, without accents, the parts in order of the alphabet; null: not told.</param>
/// <param name="Born"><c>yyyy-MM-dd</c>.</param>
/// <param name="Postcode">Without blanks, upper case; only whole ones.</param>
/// <param name="Phone">Digits, with the leading 0.</param>
internal sealed record PersonKeys(string? Name, string? Born, string? Postcode, string? Phone)
{
    private static readonly ImmutableHashSet<string> Titles = ["MR", "MRS", "MS", "MISS", "DR", "SIR", "LADY", "REV"];

    public static PersonKeys Of(ReferralPerson person) => new(
        NameOf(person.Name),
        person.BornOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PostcodeOf(person.Postcode),
        PhoneOf(person.Phone));

    /// <summary>Why the two may be the same person, in words; empty when nothing much speaks for it. One thing alone is never enough: families share a phone and a postcode.</summary>
    public ImmutableArray<string> Shared(PersonKeys other)
    {
        var shared = ImmutableArray.CreateBuilder<string>();
        AddIf(shared, NamesAreAlike(Name, other.Name), "name");
        AddIf(shared, Born is not null && Born == other.Born, "date of birth");
        AddIf(shared, Postcode is not null && Postcode == other.Postcode, "postcode");
        AddIf(shared, Phone is not null && Phone == other.Phone, "phone number");

        // Same house and phone, but born on another day or called otherwise: husband and wife.
        var differs = (Born is not null && other.Born is not null && Born != other.Born) || (Name is not null && other.Name is not null && !NamesAreAlike(Name, other.Name));
        var isPerson = shared.Contains("name") || shared.Contains("date of birth");
        return shared.Count >= 2 && isPerson && !(differs && shared.Count < 3) ? shared.ToImmutable() : [];
    }

    private static void AddIf(ImmutableArray<string>.Builder shared, bool holds, string what)
    {
        if (holds)
        {
            shared.Add(what);
        }
    }

    // Edna Jones, Jones Edna, Mrs E. Jones, Edna Jone.
    private static bool NamesAreAlike(string? one, string? two)
    {
        if (one is null || two is null)
        {
            return false;
        }

        var (few, many) = (one.Split(' '), two.Split(' '));
        if (few.Length > many.Length)
        {
            (few, many) = (many, few);
        }

        return few.Length >= 2 && Array.TrueForAll(few, part => Array.Exists(many, other => PartsAreAlike(part, other)));
    }

    private static bool PartsAreAlike(string one, string two) =>
        one == two || ((one.Length == 1 || two.Length == 1) && one[0] == two[0]) || (Math.Min(one.Length, two.Length) >= 4 && IsOneLetterOff(one, two));

    private static bool IsOneLetterOff(string one, string two)
    {
        if (one.Length > two.Length)
        {
            (one, two) = (two, one);
        }

        if (two.Length - one.Length > 1)
        {
            return false;
        }

        var same = 0;
        while (same < one.Length && one[same] == two[same])
        {
            same++;
        }

        return one.Length == two.Length ? one[(same + 1)..] == two[(same + 1)..] : one[same..] == two[(same + 1)..];
    }

    private static string? NameOf(string? name)
    {
        var letters = new StringBuilder();
        foreach (var letter in (name ?? "").Normalize(NormalizationForm.FormD))
        {
            letters.Append(char.IsLetter(letter) ? char.ToUpperInvariant(letter) : letter is ' ' or '-' or '.' or ',' ? ' ' : "");
        }

        var parts = letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => !Titles.Contains(part)).Order(StringComparer.Ordinal).ToArray();
        return parts.Length == 0 ? null : string.Join(' ', parts);
    }

    private static string? PostcodeOf(string? postcode)
    {
        var letters = string.Concat((postcode ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return letters.Length is >= 5 and <= 7 ? letters : null;
    }

    private static string? PhoneOf(string? phone)
    {
        var digits = string.Concat((phone ?? "").Where(char.IsAsciiDigit));
        digits = digits.StartsWith("44", StringComparison.Ordinal) ? $"0{digits[2..]}" : digits;
        return digits.Length >= 9 ? digits : null;
    }
}
