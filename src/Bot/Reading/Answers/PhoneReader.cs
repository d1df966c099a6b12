using System.Text;
using PhoneNumbers;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>One whole UK phone number, written or spoken. A digit too few or too many, or two numbers, and nothing is recorded.</summary>
internal static class PhoneReader
{
    private const int LongestAside = 3;

    /// <summary>Digits only, national form; null when it isn't plain.</summary>
    public static string? Read(string text)
    {
        var corrected = Corrections.Of(text);
        if (!corrected.IsCorrected)
        {
            return One(text);
        }

        var after = Runs(corrected.After).Where(run => run.Length > LongestAside).ToList();
        return after.Count > 0 ? One(corrected.After) : Runs(corrected.After).Count == 0 && !Asides.DoesNotKnow(Words.Line(text)) ? One(corrected.Before) : null;
    }

    private static string? One(string text)
    {
        var runs = Runs(text).Where(run => run.Length > LongestAside).Distinct().ToList();
        return runs is [var only] ? National(only) : null;
    }

    /// <summary>Digits that belong together: parted by blanks and marks only, not by words. A number somebody does not want to be rung on is left out.</summary>
    private static List<string> Runs(string text)
    {
        var words = SpokenLetters.WithDigits(Split(text));
        var runs = new List<string>();
        var run = new StringBuilder();
        var isNot = false;
        for (var i = 0; i <= words.Count; i++)
        {
            var digits = i < words.Count ? Digits(words[i], run.Length > 0 || i + 1 < words.Count && words[i + 1].Any(char.IsAsciiDigit)) : null;
            if (digits is not null)
            {
                run.Append(digits);
                continue;
            }

            if (run.Length > 0)
            {
                if (!isNot)
                {
                    runs.Add(run.ToString());
                }

                run.Clear();
                isNot = false;
            }

            if (i < words.Count)
            {
                isNot = words[i] is "not" or "isnt" || isNot && words[i] is "on" or "the";
            }
        }

        return runs;
    }

    private static List<string> Split(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            plain.Append(text[i] is '+' ? " 00" : text[i] is ',' or ';' ? " , " : text[i] is '(' && text.AsSpan(i).StartsWith("(0)") ? Skip(ref i) : text[i].ToString());
        }

        return [.. SpokenLetters.Cut(plain.ToString(), ",")];
    }

    private static string Skip(ref int i)
    {
        i += 2;
        return " ";
    }

    // In a number the letter O is a nought and the letter l a one.
    private static string? Digits(string word, bool isAmongDigits)
    {
        if (word.All(char.IsAsciiDigit))
        {
            return word;
        }

        var mended = word.Replace('o', '0').Replace('l', '1').Replace('i', '1');
        return mended.All(char.IsAsciiDigit) && (word.Any(char.IsAsciiDigit) || word == "o" && isAmongDigits) ? mended : null;
    }

    private static string? National(string digits)
    {
        var national = digits.StartsWith("0044", StringComparison.Ordinal) ? "0" + digits[4..].TrimStart('0')
            : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length == 12 ? "0" + digits[2..]
            : digits;
        if (national.Length == 11 && national[0] == '0' && (national[1] is '1' or '2' or '3' or '8' || national[1] == '7' && national[2] != '0'))
        {
            return national;
        }

        // The few ten-digit numbers, such as 01204 and 0800 ones: only when the library knows them.
        var util = PhoneNumberUtil.GetInstance();
        return national.Length == 10 && national[0] == '0' && national[1] is '1' or '8' && util.IsValidNumber(util.Parse(national, "GB")) ? national : null;
    }
}
