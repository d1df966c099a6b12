using System.Collections.Immutable;
using System.Globalization;
using PhoneNumbers;
using TransformingLives.Bot.Forms;

namespace TransformingLives.Bot.Reading;

/// <summary>A message as an answer to a question. A wrong value is far worse than asking again.</summary>
public static class ReadAnswer
{
    private const int LongestAnswer = 2000;

    /// <summary>Reads an answer of the question's kind.</summary>
    public static AnswerReading For(Question question, string text, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Trim();
        words = words.Length > LongestAnswer ? words[..LongestAnswer] : words;
        var value = Read(question, words, today);
        return value is null ? new AnswerReading.Unclear("") : new AnswerReading.Value(value, words);
    }

    private static AnswerValue? Read(Question question, string text, DateOnly today)
    {
        var line = Words.Line(text);
        return question.Kind switch
        {
            AnswerKind.YesNo => YesNo.Read(line) is { } yes ? new YesNoValue(yes) : null,
            AnswerKind.Choice => OptionsIn(question, line) is [var one] ? new ChoiceValue(one) : null,
            AnswerKind.Choices => OptionsIn(question, line) is { Length: > 0 } many ? new ChoicesValue(many) : null,
            AnswerKind.Text or AnswerKind.Address => text.Any(char.IsLetter) ? new TextValue(text) : null,
            AnswerKind.Date => DateReader.Read(line, today) is { } day ? new DateValue(day) : null,
            AnswerKind.DateOfBirth => DateReader.ReadBirth(line, today) is { } born ? new DateValue(born) : null,
            AnswerKind.Number => Number(line) is { } number ? new NumberValue(number) : null,
            AnswerKind.Phone => Phone(text) is { } phone ? new PhoneValue(phone) : null,
            AnswerKind.Postcode => Postcode(line) is { } postcode ? new TextValue(postcode) : null,
            AnswerKind.Email => text.Split(' ').FirstOrDefault(word => word.IndexOf('@') > 0 && word.LastIndexOf('.') > word.IndexOf('@')) is { } email ? new TextValue(email.Trim('.', ',')) : null,
            AnswerKind.Name => Name(text) is { } name ? new TextValue(name) : null,
            _ => null,
        };
    }

    private static ImmutableArray<string> OptionsIn(Question question, string line)
    {
        var exact = question.Options.Where(option => Words.Line(option.Label) == line || option.Words.Any(word => Words.Line(word) == line)).ToList();
        var found = exact.Count > 0
            ? exact
            : question.Options.Where(option => line.Contains(Words.Line(option.Label), StringComparison.Ordinal) || option.Words.Any(word => line.Contains(Words.Line(word), StringComparison.Ordinal))).ToList();
        return [.. found.Select(option => option.Id)];
    }

    private static decimal? Number(string line)
    {
        var numbers = line.Split(' ').Where(word => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)).ToList();
        return numbers is [var only] ? decimal.Parse(only, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A UK phone number in a text; null when there is none, or more than one.</summary>
    internal static string? Phone(string text)
    {
        var util = PhoneNumberUtil.GetInstance();
        var found = util.FindNumbers(text, "GB").Select(match => util.Format(match.Number, PhoneNumberFormat.NATIONAL)).Distinct().ToList();
        if (found is [var one])
        {
            return new string([.. one.Where(char.IsAsciiDigit)]);
        }

        // Ofcom's numbers for drama are not in the library's tables.
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return found.Count == 0 && digits.Length == 11 && digits[0] == '0' ? digits : null;
    }

    /// <summary>A full postcode in a line of words, with its blank; null for none.</summary>
    internal static string? Postcode(string line)
    {
        var words = line.Trim().Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var joined = (words[i].Length <= 4 && i + 1 < words.Length && words[i + 1].Length == 3 ? words[i] + words[i + 1] : words[i]).ToUpperInvariant();
            if (joined.Length is >= 5 and <= 7 && IsPostcode(joined))
            {
                return $"{joined[..^3]} {joined[^3..]}";
            }
        }

        return null;
    }

    private static bool IsPostcode(string joined)
    {
        var inward = joined[^3..];
        var outward = joined[..^3];
        return char.IsAsciiDigit(inward[0]) && char.IsAsciiLetter(inward[1]) && char.IsAsciiLetter(inward[2])
            && outward.Length is >= 2 and <= 4 && char.IsAsciiLetter(outward[0]) && outward.Any(char.IsAsciiDigit);
    }

    private static string? Name(string text)
    {
        var name = text.Trim().TrimEnd('.', '!');
        foreach (var start in new[] { "my name is ", "it's ", "its ", "i am ", "i'm ", "her name is ", "his name is ", "name is ", "mr ", "mrs ", "ms ", "miss ", "dr " })
        {
            name = name.StartsWith(start, StringComparison.OrdinalIgnoreCase) ? name[start.Length..] : name;
        }

        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= 5 && !name.Any(char.IsDigit) && !name.Contains('?', StringComparison.Ordinal) && words.All(word => char.IsLetter(word[0])) ? string.Join(' ', words) : null;
    }
}
