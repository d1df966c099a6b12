using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Reading.Answers;

/// <summary>A day: of the calendar, or counted from today. Day before month.</summary>
internal static class DateReader
{
    private static readonly Regex Times = new(@"\b(at )?\d{1,2}([:.]\d{2})? ?(am|pm|a\.m|p\.m|oclock|o'clock)\b|\bat \d{1,2}([:.]\d{2})?\b|\b\d{1,2}:\d{2}\b|\bhalf past \w+|\bquarter (past|to) \w+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly ImmutableArray<string> Vague = ["or", "between", "sometime", "some time", "around", "about", "roughly", "maybe", "perhaps", "might", "possibly", "probably", "ish", "not", "if", "hopefully", "early", "late", "mid", "beginning", "end of", "start of", "middle of", "before", "until", "till", "few", "couple", "several", "most", "from", "every", "either", "isnt", "wasnt", "didnt", "hasnt", "used to", "near", "nearly", "unless", "the other day", "other week", "summat like"];

    /// <summary>The day; null when it isn't plain.</summary>
    public static DateOnly? Read(string text, string question, DateOnly today)
    {
        var corrected = Corrections.Of(text);
        if (!corrected.IsCorrected)
        {
            return ReadOne(corrected.After, question, today);
        }

        return ReadOne(corrected.After, question, today) ?? (Mended(corrected) is { } mended ? ReadOne(mended, question, today) : null);
    }

    /// <summary>"22nd August 1949, no sorry, 1948": the year alone is put right. Null when it is not that.</summary>
    public static string? Mended(Corrections corrected)
    {
        var before = CalendarDates.In(DateItem.Of(corrected.Before));
        var items = DateItem.Of(corrected.After).Where(item => !item.Is("it", "its", "was", "is", "the", "of", "in")).ToImmutableArray();
        if (before is not [{ Month: { } month } date])
        {
            return null;
        }

        if (items is [{ Digits: 4, Number: { } year }])
        {
            return $"{date.Day}/{month}/{year}";
        }

        var (spoken, _, end) = items.IsEmpty ? (null, false, 0) : CalendarDates.Year(items, 0, needsFour: true);
        var yearPart = date.Year is { } old ? $"/{old:00}" : "";
        return spoken is not null && end == items.Length ? $"{date.Day}/{month}/{spoken}"
            : items is [{ Month: { } other }] ? $"{date.Day}/{other}{yearPart}"
            : items is [{ IsOrdinal: true, Number: { } day }] ? $"{day}/{month}{yearPart}"
            : null;
    }

    /// <summary>Which way a question looks: back ("When did…"), ahead ("When are you due…").</summary>
    public static (Direction Direction, bool IsSure) DirectionOf(string question) =>
        Words.HasAny(question, "did", "was", "were", "last", "have you", "has", "started", "since when", "happened") ? (Direction.Past, true)
        : Words.HasAny(question, "due", "will", "would", "next", "going to", "need", "want", "like", "wanted") ? (Direction.Future, true)
        : Words.HasAny(question, "is", "does", "do", "are") ? (Direction.Future, false)
        : (Direction.Unknown, false);

    private static DateOnly? ReadOne(string text, string question, DateOnly today)
    {
        var line = Words.Line(text);
        if (Asides.Refuses(line) || Asides.DoesNotKnow(line) || Asides.AsksBack(line) || text.TrimEnd().EndsWith('?'))
        {
            return null;
        }

        // "The day before yesterday" and "Tuesday before last" are plain; "before Christmas" is not.
        var hedged = line.Replace(" before yesterday ", " ", StringComparison.Ordinal).Replace(" before last ", " ", StringComparison.Ordinal).Replace(" a week from ", " ", StringComparison.Ordinal).Replace(" weeks from ", " ", StringComparison.Ordinal);
        if (Vague.Any(word => Words.HasAny(hedged, word)))
        {
            return null;
        }

        var (direction, isSure) = DirectionOf(question);
        var items = DateItem.Of(Times.Replace(text, " "));
        var days = Days(items, today, direction);
        if (days.Length > 1)
        {
            days = AskedFor(text, question, today, direction);
        }

        return days is [var day] && !(isSure && (direction == Direction.Past ? day > today : day < today)) && day.Year is >= 1900 and <= 2100 ? day : null;
    }

    private static ImmutableArray<DateOnly> Days(ImmutableArray<DateItem> items, DateOnly today, Direction direction)
    {
        var said = CalendarDates.In(items);
        if (said.IsEmpty)
        {
            var relative = RelativeDates.In(items, today, direction);
            return relative.IsEmpty ? DayOfMonth(items, today, direction) : items.Any(item => item.IsOrdinal || item.Month is not null && !item.Is("march", "may")) ? Checked(relative, items, today, direction) : relative;
        }

        var days = said.Select(date => Complete(date, today, direction)).ToList();
        if (days.Any(day => day is null))
        {
            return [];
        }

        // "Friday the 20th": a weekday that does not fit is a mistake in one of them.
        var weekdays = items.Where(item => item.Day is not null).Select(item => item.Day!.Value).Distinct().ToList();
        return said.Length == 1 && weekdays.Count > 0 && !weekdays.Contains(days[0]!.Value.DayOfWeek) ? [] : [.. days.Select(day => day!.Value).Distinct()];
    }

    // "Friday the 20th", with no month.
    private static ImmutableArray<DateOnly> Checked(ImmutableArray<DateOnly> relative, ImmutableArray<DateItem> items, DateOnly today, Direction direction)
    {
        var byNumber = DayOfMonth([.. items.Where(item => item.Day is null)], today, direction);
        var weekday = items.FirstOrDefault(item => item.Day is not null).Day;
        return byNumber is [var day] && day.DayOfWeek == weekday ? [day] : [];
    }

    private static ImmutableArray<DateOnly> DayOfMonth(ImmutableArray<DateItem> items, DateOnly today, Direction direction)
    {
        var ordinals = items.Where(item => item.IsOrdinal && item.Number is >= 1 and <= 31).ToList();
        if (ordinals.Count != 1 || direction == Direction.Unknown || items.Any(item => item.Month is not null || item.Number is not null && !item.IsOrdinal || item.Is("month", "week", "floor", "time", "one", "year")))
        {
            return items.Length > 0 && ordinals.Count == 1 && Month(items, today) is { } named && Make(named.Year, named.Month, ordinals[0].Number!.Value) is { } day ? [day] : [];
        }

        var number = ordinals[0].Number!.Value;
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var i = 0; i < 3; i++)
        {
            var at = month.AddMonths(direction == Direction.Past ? -i : i);
            if (Make(at.Year, at.Month, number) is { } found && (direction == Direction.Past ? found <= today : found >= today))
            {
                return [found];
            }
        }

        return [];
    }

    private static DateOnly? Month(ImmutableArray<DateItem> items, DateOnly today)
    {
        var line = $" {string.Join(' ', items.Select(item => item.Word))} ";
        var first = new DateOnly(today.Year, today.Month, 1);
        return items.Any(item => item.Number is not null && !item.IsOrdinal) ? null
            : Words.HasAny(line, "this month", "of the month") ? (Words.HasAny(line, "this month") ? first : null)
            : Words.HasAny(line, "next month") ? first.AddMonths(1)
            : Words.HasAny(line, "last month") ? first.AddMonths(-1) : null;
    }

    private static DateOnly? Complete(SaidDate date, DateOnly today, Direction direction)
    {
        if (date.Month is not { } month)
        {
            return null;
        }

        if (date.Year is { } year)
        {
            return Make(date.IsShortYear ? (year <= today.Year % 100 + 5 ? 2000 : 1900) + year : year, month, date.Day);
        }

        var found = Make(today.Year, month, date.Day) ?? Make(today.Year + 1, month, date.Day) ?? Make(today.Year + 2, month, date.Day);
        return found is not { } day ? null : direction switch
        {
            Direction.Past when day > today => Make(day.Year - 1, month, date.Day),
            Direction.Future when day < today => Make(day.Year + 1, month, date.Day),
            Direction.Unknown => null,
            _ => day.Year - today.Year > 1 ? null : day,
        };
    }

    // "It started on the 9th and finished on the 20th": the one that stands with the question's verb.
    private static ImmutableArray<DateOnly> AskedFor(string text, string question, DateOnly today, Direction direction)
    {
        string[][] verbs = [["finish", "finished", "end", "ended", "ends", "stop", "stopped", "stops"], ["start", "started", "starts", "began", "begin", "begins"], ["come", "came", "home", "leave", "left", "discharged", "back", "out"], ["admitted", "went"], ["move", "moved"], ["arrive", "arrived", "delivered"], ["fall", "fell"]];
        var wanted = verbs.Where(verb => verb.Any(word => Words.HasAny(question, word))).SelectMany(verb => verb).ToList();
        var clauses = text.Split([",", ";", ".  ", " and ", " but ", " then "], StringSplitOptions.RemoveEmptyEntries).Where(clause => wanted.Any(word => Words.HasAny(Words.Line(clause), word))).ToList();
        return clauses is [var one] ? Days(DateItem.Of(Times.Replace(one, " ")), today, direction) : [];
    }

    /// <summary>A day that is on the calendar; null for the 31st of November.</summary>
    public static DateOnly? Make(int year, int month, int day) =>
        month is >= 1 and <= 12 && year is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
