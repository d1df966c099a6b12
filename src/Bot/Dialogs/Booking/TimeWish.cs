using System.Globalization;
using System.Text.RegularExpressions;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Reading.Answers;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>When somebody would like an appointment, as far as they said: "Tuesday", "the 24th at ten", "in the afternoon".</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Date">The very day.</param>
/// <param name="Time">The time of day.</param>
/// <param name="IsHalfDayKnown">Whether the time is in the morning or the afternoon was said: "ten" may be either.</param>
/// <param name="IsMorning">Before noon or after it; null when not said.</param>
internal sealed partial record TimeWish(DayOfWeek? Day, DateOnly? Date, TimeOnly? Time, bool IsHalfDayKnown, bool? IsMorning)
{
    private const int Noon = 12;
    private const int LastHour = 23;
    private const int LastMinute = 59;
    private static readonly string[] Hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>Nothing was said of a time.</summary>
    public bool IsEmpty => Day is null && Date is null && Time is null && IsMorning is null;

    /// <summary>What a message says of a time.</summary>
    public static TimeWish In(string text, DateOnly today)
    {
        var items = DateItem.Of(text);
        var line = Words.Line(text);
        var (time, isKnown) = TimeIn(line, text);
        return new TimeWish(
            items.Select(item => item.Day).FirstOrDefault(day => day is not null),
            DateIn(items, line, today),
            time,
            isKnown,
            Words.HasAny(line, "morning", "mornings") ? true : Words.HasAny(line, "afternoon", "afternoons", "after lunch") ? false : null);
    }

    /// <summary>This moment is what they said.</summary>
    public bool Fits(DateTimeOffset at)
    {
        var local = CouncilCalendar.InLondon(at);
        return (Day is null || local.DayOfWeek == Day)
            && (Date is null || DateOnly.FromDateTime(local.DateTime) == Date)
            && (IsMorning is null || IsMorning == local.Hour < Noon)
            && (Time is not { } time || (local.Minute == time.Minute && (local.Hour == time.Hour || (!IsHalfDayKnown && local.Hour % Noon == time.Hour % Noon))));
    }

    private static DateOnly? DateIn(System.Collections.Immutable.ImmutableArray<DateItem> items, string line, DateOnly today)
    {
        if (Words.HasAny(line, "today"))
        {
            return today;
        }

        if (Words.HasAny(line, "tomorrow", "tomoz", "tmrw"))
        {
            return today.AddDays(1);
        }

        // Six figures of a telephone number look like a date as well.
        if (CalendarDates.In(items).FirstOrDefault(date => date is { Day: >= 1, Month: >= 1 and <= 12 }) is not { Month: { } month } said || said.Day > DateTime.DaysInMonth(today.Year, month))
        {
            return null;
        }

        var day = new DateOnly(today.Year, month, said.Day);
        return day < today ? day.AddYears(1) : day;
    }

    private static (TimeOnly? Time, bool IsKnown) TimeIn(string line, string text)
    {
        if (Words.HasAny(line, "midday", "noon"))
        {
            return (new TimeOnly(Noon, 0), true);
        }

        var match = Clock().Match(SpokenHour().Replace(text.ToLowerInvariant(), said => (Array.IndexOf(Hours, said.Value) + 1).ToString(CultureInfo.InvariantCulture)));
        if (!match.Success || !int.TryParse(match.Groups["hour"].Value, CultureInfo.InvariantCulture, out var hour) || hour > LastHour)
        {
            return (null, false);
        }

        var minute = match.Groups["past"].Value switch { "half" => 30, "quarter" => 15, _ => int.TryParse(match.Groups["minute"].Value, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0 };
        var half = match.Groups["half"].Value;
        return minute > LastMinute ? (null, false)
            : half == "pm" && hour < Noon ? (new TimeOnly(hour + Noon, minute), true)
            : (new TimeOnly(half == "am" && hour == Noon ? 0 : hour, minute), half.Length > 0 || hour > Noon || hour == 0);
    }

    [GeneratedRegex(@"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?=\s*(o.?clock|am\b|pm\b))|(?<=\b(at|past)\s)(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")]
    private static partial Regex SpokenHour();

    [GeneratedRegex(@"\b(?<past>half|quarter) past (?<hour>\d{1,2})\s*(?<half>am|pm)?|\bat (?<hour>\d{1,2})([:.](?<minute>\d{2}))?\s*(?<half>am|pm)?|\b(?<hour>\d{1,2})[:.](?<minute>\d{2})\s*(?<half>am|pm)?\b|\b(?<hour>\d{1,2})\s*((?<half>am|pm)\b|o.?clock)", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();
}
