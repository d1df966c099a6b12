using System.Globalization;

namespace TransformingLives.Bot.Reading;

/// <summary>Days as people write them, day before month.</summary>
internal static class DateReader
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A day; null when it isn't plain.</summary>
    public static DateOnly? Read(string line, DateOnly today)
    {
        var trimmed = line.Trim();
        return trimmed switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            "tomorrow" => today.AddDays(1),
            _ => Find(line, year => year < 100 ? 2000 + year : year, today.Year),
        };
    }

    /// <summary>A date of birth: a two-digit year is one that gives a possible age.</summary>
    public static DateOnly? ReadBirth(string line, DateOnly today)
    {
        var born = Find(line, year => year >= 100 ? year : year <= today.Year % 100 - 16 ? 1900 + year : 1900 + year, null);
        return born is { } day && day <= today && day.Year >= today.Year - 120 ? day : null;
    }

    private static DateOnly? Find(string line, Func<int, int> century, int? thisYear)
    {
        var parts = line.Replace('/', ' ').Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (Number: Numeral(word), Month: Month(word))).Where(part => part.Number is not null || part.Month is not null).ToList();
        if (parts is [{ Number: { } day }, { Month: { } month }, { Number: { } year }])
        {
            return Make(century(year), month, day);
        }

        if (parts is [{ Month: { } m2 }, { Number: { } d2 }, { Number: { } y2 }])
        {
            return Make(century(y2), m2, d2);
        }

        if (parts is [{ Number: { } d3 }, { Number: { } m3 }, { Number: { } y3 }])
        {
            return d3 > 1000 ? Make(d3, m3, y3) : Make(century(y3), m3, d3);
        }

        return thisYear is { } now && parts is [{ Number: { } d4 }, { Month: { } m4 }] ? Make(now, m4, d4) : null;
    }

    private static int? Numeral(string word)
    {
        var digits = word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int? Month(string word)
    {
        var index = word.Length >= 3 ? Array.IndexOf(Months, word[..3]) : -1;
        var isName = index >= 0 && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[index].StartsWith(word, StringComparison.OrdinalIgnoreCase);
        return isName || word == "sept" ? (word == "sept" ? 9 : index + 1) : null;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
