using System.Collections.Immutable;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A date as it was said: parts of it may be missing.</summary>
internal sealed record SaidDate(int Day, int? Month, int? Year, bool IsShortYear, int Start, int End);

/// <summary>Finds dates of the calendar in what was said: day before month.</summary>
internal static class CalendarDates
{
    private static readonly (string[] Words, int Month, int Day)[] Feasts =
    [
        (["christmas", "eve"], 12, 24), (["xmas", "eve"], 12, 24), (["christmas", "day"], 12, 25), (["xmas", "day"], 12, 25), (["boxing", "day"], 12, 26),
        (["new", "years", "eve"], 12, 31), (["new", "year", "eve"], 12, 31), (["new", "years", "day"], 1, 1), (["new", "year", "day"], 1, 1), (["hogmanay"], 12, 31),
        (["bonfire", "night"], 11, 5), (["guy", "fawkes"], 11, 5), (["fireworks", "night"], 11, 5), (["firework", "night"], 11, 5), (["halloween"], 10, 31), (["hallowe", "en"], 10, 31), (["valentines"], 2, 14), (["valentine"], 2, 14),
        (["burns", "night"], 1, 25), (["st", "davids", "day"], 3, 1), (["st", "patricks"], 3, 17), (["st", "georges", "day"], 4, 23), (["st", "andrews", "day"], 11, 30), (["april", "fools"], 4, 1), (["armistice", "day"], 11, 11), (["midsummers", "day"], 6, 24), (["ve", "day"], 5, 8),
    ];

    /// <summary>All dates, in order.</summary>
    public static ImmutableArray<SaidDate> In(ImmutableArray<DateItem> items)
    {
        var found = ImmutableArray.CreateBuilder<SaidDate>();
        for (var i = 0; i < items.Length;)
        {
            var date = Feast(items, i) ?? Compact(items, i) ?? Iso(items, i) ?? DayMonth(items, i) ?? MonthDay(items, i) ?? Figures(items, i);
            if (date is not null)
            {
                found.Add(date);
            }

            i = date?.End ?? i + 1;
        }

        return found.ToImmutable();
    }

    private static SaidDate? Feast(ImmutableArray<DateItem> items, int i)
    {
        foreach (var (words, month, day) in Feasts)
        {
            if (i + words.Length <= items.Length && Enumerable.Range(0, words.Length).All(at => items[i + at].Word == words[at]))
            {
                var end = i + words.Length;
                end += end < items.Length && items[end].Is("day", "night") ? 1 : 0;
                var (year, isShort, next) = Year(items, end, needsFour: true);
                return new SaidDate(day, month, year, isShort, i, next);
            }
        }

        return null;
    }

    // 010155 and 01011955.
    private static SaidDate? Compact(ImmutableArray<DateItem> items, int i)
    {
        var word = items[i].Word;
        return items[i].Digits is 6 or 8 && !items[i].IsGlued
            ? new SaidDate(Int(word[..2]), Int(word[2..4]), Int(word[4..]), word.Length == 6, i, i + 1)
            : null;
    }

    private static SaidDate? Iso(ImmutableArray<DateItem> items, int i) =>
        i + 2 < items.Length && items[i] is { Digits: 4, Number: > 1800 } && items[i + 1] is { Number: { } month and <= 12, IsGlued: true } && items[i + 2] is { Number: { } day, IsGlued: true, Digits: <= 2 }
            ? new SaidDate(day, month, items[i].Number, false, i, i + 3) : null;

    private static SaidDate? DayMonth(ImmutableArray<DateItem> items, int i)
    {
        if (!IsDay(items[i]))
        {
            return null;
        }

        var at = Over(items, i + 1, "of", "the", "day");
        if (at >= items.Length || items[at].Month is not { } month)
        {
            return null;
        }

        var (year, isShort, end) = Year(items, at + 1, needsFour: false);
        return new SaidDate(items[i].Number!.Value, month, year, isShort, i, end);
    }

    private static SaidDate? MonthDay(ImmutableArray<DateItem> items, int i)
    {
        if (items[i].Month is not { } month)
        {
            return null;
        }

        var at = Over(items, i + 1, "the");
        if (at >= items.Length || !IsDay(items[at]) || items[at].Digits == 0 && !items[at].IsOrdinal)
        {
            return null;
        }

        var (year, isShort, end) = Year(items, at + 1, needsFour: false);
        return new SaidDate(items[at].Number!.Value, month, year, isShort, i, end);
    }

    // 4/5/38, 4 5 1938, "the third of the fifth fifty one", and 3/12 where the year is left out.
    private static SaidDate? Figures(ImmutableArray<DateItem> items, int i)
    {
        if (items[i].Digits > 2 || items[i].Number is not { } day || items[i].IsGlued || IsTens(items[i]))
        {
            return null;
        }

        var at = Over(items, i + 1, "of", "the");
        if (at >= items.Length || items[at] is not { Number: { } month, Digits: <= 2 })
        {
            return null;
        }

        var (year, isShort, end) = Year(items, at + 1, needsFour: false);
        var isMarked = items[at].IsGlued || items[i].IsOrdinal && items[at].IsOrdinal;
        return year is not null ? new SaidDate(day, month, year, isShort, i, end) : isMarked && at + 1 >= items.Length | !IsNumber(items, at + 1) ? new SaidDate(day, month, null, false, i, at + 1) : null;
    }

    private static bool IsTens(DateItem item) => item is { Digits: 0, IsOrdinal: false, Number: > 31 };

    private static bool IsNumber(ImmutableArray<DateItem> items, int at) => at < items.Length && items[at].Number is not null;

    /// <summary>1938, 38, "nineteen thirty eight", "twenty twenty six".</summary>
    public static (int? Year, bool IsShort, int End) Year(ImmutableArray<DateItem> items, int at, bool needsFour)
    {
        at = Over(items, at, "of", "in", "the", "year");
        if (at >= items.Length || items[at] is not { Number: { } first, IsOrdinal: false })
        {
            return (null, false, at > items.Length ? items.Length : at);
        }

        if (items[at].Digits == 4 || items[at].Digits == 0 && first is > 1800 and < 2100)
        {
            return (first, false, at + 1);
        }

        var next = at + 1 < items.Length ? items[at + 1] : default;
        if (items[at].Digits is 0 or 2 && first is 19 or 20 && next.Number is { } rest and >= 1 and < 100 && !next.IsOrdinal && (next.Digits is 0 or 2))
        {
            return (first * 100 + rest, false, at + 2);
        }

        if (items[at].Digits == 0 && first == 1900)
        {
            return next.Number is { } more and < 100 ? (1900 + more, false, at + 2) : (1900, false, at + 1);
        }

        var isShort = !needsFour && (items[at].Digits == 2 || items[at].Digits == 0) && first < 100;
        return isShort ? (first, true, at + 1) : (null, false, at);
    }

    private static int Over(ImmutableArray<DateItem> items, int at, params ReadOnlySpan<string> words)
    {
        while (at < items.Length && items[at].Is(words))
        {
            at++;
        }

        return at;
    }

    private static bool IsDay(DateItem item) => item is { Number: >= 1 and <= 99, Digits: <= 2 };

    private static int Int(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
