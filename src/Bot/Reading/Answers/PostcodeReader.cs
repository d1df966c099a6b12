using System.Collections.Frozen;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One whole UK postcode, written, spelt out or spoken. An outcode alone is none.</summary>
internal static class PostcodeReader
{
    private const int MostPieces = 8;

    private static readonly FrozenSet<string> Areas =
        ("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").Split(' ').ToFrozenSet();

    /// <summary>Capitals, one blank before the last three; null when it isn't plain.</summary>
    public static string? Read(string text)
    {
        var corrected = Corrections.Of(text);
        var found = In(corrected.After);
        if (found.Count == 0 && !SpokenLetters.Cut(corrected.After).Any(word => word.Any(char.IsAsciiDigit)))
        {
            found = In(text);
        }

        return found is [var one] && !Words.HasAny(Words.Line(text), $"not {one[..^4].ToLowerInvariant()}", $"not {one.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}", "something", "not sure", "or") ? one : null;
    }

    private static List<string> In(string text)
    {
        var words = SpokenLetters.WithDigits(SpokenLetters.Cut(text));
        var found = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (postcode, used) = Longest(words, i);
            if (postcode is not null)
            {
                if (!found.Contains(postcode))
                {
                    found.Add(postcode);
                }

                i += used - 1;
            }
        }

        return found;
    }

    private static (string? Postcode, int Used) Longest(IReadOnlyList<string> words, int start)
    {
        (string?, int) best = (null, 0);
        var joined = "";
        for (var used = 1; used <= MostPieces && start + used <= words.Count; used++)
        {
            var word = words[start + used - 1];
            joined += word.Any(char.IsAsciiDigit) ? word : SpokenLetters.Letter(word) ?? word;
            if (joined.Length > 8)
            {
                break;
            }

            // A piece right behind that could still belong to it ("8ZZZ", "4 DZ X") makes it doubtful.
            if (Whole(joined.ToUpperInvariant()) is { } whole)
            {
                best = (whole, used);
            }
        }

        return best;
    }

    private static string? Whole(string joined)
    {
        if (joined.Length is < 5 or > 7)
        {
            return null;
        }

        var inward = $"{Digit(joined[^3])}{Letter(joined[^2])}{Letter(joined[^1])}";
        var outward = Outward(joined[..^3]);
        return outward is not null && char.IsAsciiDigit(inward[0]) && inward[1..].All(letter => char.IsAsciiLetter(letter) && !"CIKMOV".Contains(letter, StringComparison.Ordinal)) ? $"{outward} {inward}" : null;
    }

    private static string? Outward(string outward)
    {
        var area = outward.TakeWhile(char.IsAsciiLetter).Count();
        for (var length = Math.Min(2, area); length >= 1; length--)
        {
            var rest = outward[length..];
            if (!Areas.Contains(outward[..length]) || rest.Length is < 1 or > 2)
            {
                continue;
            }

            var district = Digit(rest[0]) + (rest.Length == 2 ? rest[1] is 'O' ? "0" : rest[1].ToString() : "");
            if (char.IsAsciiDigit(district[0]) && (district.Length == 1 || char.IsAsciiLetterOrDigit(district[1]) && (char.IsAsciiDigit(district[1]) || outward[..length] is "E" or "N" or "W" or "SE" or "SW" or "NW" or "EC" or "WC")))
            {
                return outward[..length] + district;
            }
        }

        return null;
    }

    // O for nought and I for one, where only a digit can stand; and the other way round.
    private static string Digit(char letter) => letter switch { 'O' => "0", 'I' or 'L' => "1", _ => letter.ToString() };

    private static string Letter(char letter) => letter switch { '0' => "O", '1' => "I", _ => letter.ToString() };
}
