using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A piece of a date: a number, a month, a weekday or a word.</summary>
internal readonly record struct DateItem(string Word, int? Number, bool IsOrdinal, int? Month, DayOfWeek? Day, int Digits, bool IsGlued)
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "janurary", "janury"], ["february", "feb", "febuary", "febrary"], ["march", "mar"], ["april", "apr", "aprl"], ["may"], ["june", "jun"], ["july", "jul"], ["august", "aug", "augst"],
        ["september", "sept", "sep", "setember"], ["october", "oct", "octber"], ["november", "nov", "novemeber"], ["december", "dec", "decemeber"],
    ];

    private static readonly string[][] Days =
    [
        ["sunday", "sun", "sundays"], ["monday", "mon", "mondays"], ["tuesday", "tue", "tues", "tuesdays", "teusday"], ["wednesday", "wed", "weds", "wednesdays", "wensday", "wednsday"], ["thursday", "thu", "thur", "thurs", "thursdays"], ["friday", "fri", "fridays"], ["saturday", "sat", "saturdays"],
    ];

    /// <summary>It is this word.</summary>
    public bool Is(params ReadOnlySpan<string> words) => Number is null && words.Contains(Word);

    /// <summary>Cuts a text at blanks and marks; "19/7/09" is three numbers, the last two glued to what stands before.</summary>
    public static ImmutableArray<DateItem> Of(string text)
    {
        var words = new List<(string Word, bool IsGlued)>();
        var glue = false;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            var isDigit = char.IsAsciiDigit(text[i]);
            while (i < text.Length && (isDigit ? char.IsAsciiDigit(text[i]) : char.IsLetter(text[i]) || text[i] is '\'' or '’'))
            {
                i++;
            }

            if (i > start)
            {
                words.Add((text[start..i].ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal), glue));
                glue = false;
            }
            else
            {
                glue = text[i] is '/' or '-' or '.' or '\\' && words.Count > 0 && i > 0 && text[i - 1] != ' ' && i + 1 < text.Length && text[i + 1] != ' ';
                i++;
            }
        }

        return Joined(words);
    }

    private static ImmutableArray<DateItem> Joined(List<(string Word, bool IsGlued)> words)
    {
        var items = ImmutableArray.CreateBuilder<DateItem>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            if (word.Length > 0 && char.IsAsciiDigit(word[0]))
            {
                var isOrdinal = i + 1 < words.Count && words[i + 1].Word is "st" or "nd" or "rd" or "th";
                items.Add(new DateItem(word, word.Length <= 8 ? int.Parse(word, System.Globalization.CultureInfo.InvariantCulture) : -1, isOrdinal, null, null, word.Length, words[i].IsGlued));
                i += isOrdinal ? 1 : 0;
                continue;
            }

            // "Oh five" in a year or a spoken date: nought five.
            if (word is "oh" or "o" or "nought" or "zero" && i + 1 < words.Count && Spoken(words, i + 1) is { Number: { } below and > 0 and < 10 } spoken && !spoken.Item.IsOrdinal)
            {
                items.Add(new DateItem("0" + below, below, false, null, null, 2, false));
                i += spoken.Used;
                continue;
            }

            var (number, used, item) = Spoken(words, i);
            items.Add(number is null ? new DateItem(word, null, false, Named(Months, word) + 1, Named(Days, word) is { } day ? (DayOfWeek)day : null, 0, words[i].IsGlued) : item);
            i += number is null ? 0 : used - 1;
        }

        return items.ToImmutable();
    }

    private static (int? Number, int Used, DateItem Item) Spoken(List<(string Word, bool IsGlued)> words, int i)
    {
        var word = words[i].Word;
        if (word is "a" or "half" || word.Length == 0 || !char.IsLetter(word[0]))
        {
            return (null, 1, default);
        }

        // A year or a day never has "and a half"; look at the next few words only.
        var ahead = words.Skip(i).Take(6).TakeWhile(other => other.Word.Length > 0 && char.IsLetter(other.Word[0])).Select(other => other.Word).ToImmutableArray();
        var number = NumberWords.Of(ahead)[0];
        var count = number.Word.Split(' ').Length;
        return number.Value is { } value && value == decimal.Floor(value) && value < 10_000
            ? ((int)value, count, new DateItem(number.Word, (int)value, number.IsOrdinal, null, null, 0, false))
            : (null, 1, default);
    }

    private static int? Named(string[][] names, string word)
    {
        var index = Array.FindIndex(names, all => all.Contains(word));
        return index < 0 ? null : index;
    }
}
