using System.Collections.Frozen;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>Letters and digits as they are spelt out: "charlie bravo two four", "double oh seven".</summary>
internal static class SpokenLetters
{
    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>
    {
        ["alpha"] = "a", ["alfa"] = "a", ["bravo"] = "b", ["charlie"] = "c", ["delta"] = "d", ["echo"] = "e", ["foxtrot"] = "f", ["golf"] = "g", ["hotel"] = "h", ["india"] = "i", ["juliet"] = "j", ["juliett"] = "j", ["kilo"] = "k", ["lima"] = "l", ["mike"] = "m",
        ["november"] = "n", ["oscar"] = "o", ["papa"] = "p", ["quebec"] = "q", ["romeo"] = "r", ["sierra"] = "s", ["tango"] = "t", ["uniform"] = "u", ["victor"] = "v", ["whiskey"] = "w", ["whisky"] = "w", ["xray"] = "x", ["yankee"] = "y", ["zulu"] = "z", ["zed"] = "z",
        ["bee"] = "b", ["see"] = "c", ["sea"] = "c", ["dee"] = "d", ["gee"] = "g", ["aitch"] = "h", ["jay"] = "j", ["kay"] = "k", ["el"] = "l", ["ell"] = "l", ["em"] = "m", ["en"] = "n", ["pee"] = "p", ["queue"] = "q", ["cue"] = "q", ["are"] = "r", ["ess"] = "s", ["tee"] = "t", ["tea"] = "t", ["you"] = "u", ["vee"] = "v", ["ex"] = "x", ["why"] = "y",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Digits = new Dictionary<string, string>
    {
        ["zero"] = "0", ["nought"] = "0", ["naught"] = "0", ["nil"] = "0", ["oh"] = "0", ["o"] = "0", ["one"] = "1", ["won"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4", ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["ate"] = "8", ["nine"] = "9",
        ["ten"] = "10", ["eleven"] = "11", ["twelve"] = "12", ["thirteen"] = "13", ["fourteen"] = "14", ["fifteen"] = "15", ["sixteen"] = "16", ["seventeen"] = "17", ["eighteen"] = "18", ["nineteen"] = "19",
        ["twenty"] = "20", ["thirty"] = "30", ["forty"] = "40", ["fourty"] = "40", ["fifty"] = "50", ["sixty"] = "60", ["seventy"] = "70", ["eighty"] = "80", ["ninety"] = "90",
    }.ToFrozenDictionary();

    /// <summary>The letter that a word stands for; null for none.</summary>
    public static string? Letter(string word) => word.Length == 1 && char.IsAsciiLetter(word[0]) ? word : Letters.GetValueOrDefault(word);

    /// <summary>The digits that a word stands for; null for none.</summary>
    public static string? Digit(string word) => Digits.GetValueOrDefault(word);

    /// <summary>The words with spelt digits as digits: "double seven" is 77, "twenty four" 24, "nine hundred" 900.</summary>
    public static IReadOnlyList<string> WithDigits(IReadOnlyList<string> words)
    {
        var result = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : "";
            var repeat = words[i] switch { "double" or "dubble" => 2, "treble" or "triple" or "tripple" => 3, _ => 0 };
            if (repeat > 0 && (Digit(next) ?? (next.Length == 1 && char.IsAsciiLetterOrDigit(next[0]) ? next : null)) is { Length: 1 } repeated)
            {
                result.Add(new string(repeated[0], repeat));
                i++;
            }
            else if (Digit(words[i]) is { } digits)
            {
                if (next is "hundred" && digits.Length == 1)
                {
                    result.Add(digits + "00");
                    i++;
                }
                else if (digits.Length == 2 && digits[1] == '0' && digits != "10" && Digit(next) is { Length: 1 } unit && unit != "0")
                {
                    result.Add(digits[..1] + unit);
                    i++;
                }
                else
                {
                    result.Add(digits);
                }
            }
            else
            {
                result.Add(words[i]);
            }
        }

        return result;
    }

    /// <summary>Letters and digits as words, marks left out.</summary>
    public static IReadOnlyList<string> Cut(string text, string alsoKept = "")
    {
        var words = new List<string>();
        text = text.Replace("x-ray", "xray", StringComparison.OrdinalIgnoreCase).Replace("x ray", "xray", StringComparison.OrdinalIgnoreCase);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || alsoKept.Contains(text[i], StringComparison.Ordinal) || text[i] is '\'' or '’'))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal));
            }
            else
            {
                i++;
            }
        }

        return words;
    }
}
