using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using TransformingLives.Knowledge.ServiceDirectory.Records;
using TransformingLives.Knowledge.ServiceDirectory.Schemas;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Opening times of a service: for the clock, and in words.</summary>
internal static partial class OpeningTimes
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];
    private static readonly TimeOnly Midnight = TimeOnly.MaxValue;

    /// <summary>What is open every week. What is open once a month or every other week is told in words only.</summary>
    public static ImmutableArray<OpeningHours> Read(IEnumerable<OpenReferralSchedule> schedules) =>
        [.. schedules.Where(IsWeekly).Select(Read).OfType<OpeningHours>()];

    /// <summary>Those that are in force on a day.</summary>
    public static IEnumerable<OpenReferralSchedule> InForce(IEnumerable<OpenReferralSchedule> schedules, DateOnly today) =>
        schedules.Where(schedule => !(TextFormat.Day(schedule.ValidTo ?? schedule.Until) < today));

    /// <summary>"Mondays and Thursdays, 10am to 2pm": the author's own words where there are some.</summary>
    public static string InWords(IReadOnlyList<OpenReferralSchedule> schedules)
    {
        var written = schedules.Select(schedule => schedule.Description?.Trim()).Where(words => !string.IsNullOrEmpty(words)).Distinct().ToArray();
        return string.Join("; ", written.Length > 0 ? written : [.. Weekly(schedules), .. schedules.Where(schedule => !IsWeekly(schedule)).Select(Seldom).Where(words => words.Length > 0).Distinct()]);
    }

    private static IEnumerable<string> Weekly(IReadOnlyList<OpenReferralSchedule> schedules) => Read(schedules)
        .GroupBy(hours => (hours.Opens, hours.Closes))
        .Select(group => $"{Days([.. group.SelectMany(hours => hours.Days).Distinct().OrderBy(Index)])}, {Clock(group.Key.Opens)} to {Clock(group.Key.Closes)}");

    // "First Tuesday of the month, 10am to 12 noon"; "Every second Tuesday, …".
    private static string Seldom(OpenReferralSchedule schedule)
    {
        var days = (schedule.Byday ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(day => DayOfMonth(day, schedule)).Where(day => day.Length > 0).ToArray();
        if (days.Length == 0)
        {
            return "";
        }

        var words = string.Join(" and ", days) + (schedule.Freq == "MONTHLY" ? " of the month" : "");
        var times = TextFormat.Time(schedule.OpensAt) is { } opens && TextFormat.Time(schedule.ClosesAt) is { } closes ? $", {Clock(opens)} to {Clock(closes)}" : "";
        return char.ToUpperInvariant(words[0]) + words[1..] + times;
    }

    private static string DayOfMonth(string code, OpenReferralSchedule schedule)
    {
        var parts = Numbered().Match(code);
        var day = Array.IndexOf(Codes, parts.Groups["day"].Value);
        if (!parts.Success || day < 0)
        {
            return "";
        }

        return int.TryParse(parts.Groups["which"].Value, CultureInfo.InvariantCulture, out var which)
            ? which is >= 1 and <= 5 ? $"{Ordinals[which - 1]} {Names[day]}" : which == -1 ? $"last {Names[day]}" : ""
            : schedule.Freq == "MONTHLY" ? "" : schedule.Interval is 2 ? $"every second {Names[day]}" : $"every {schedule.Interval:0} weeks on {Names[day]}";
    }

    private static bool IsWeekly(OpenReferralSchedule schedule) => schedule.Freq != "MONTHLY" && schedule.Interval is null or 1 or 0;

    private static OpeningHours? Read(OpenReferralSchedule schedule)
    {
        var days = (schedule.Byday ?? "").Split(',', StringSplitOptions.TrimEntries).Select(code => Array.IndexOf(Codes, code)).Where(day => day >= 0).Select(day => (DayOfWeek)((day + 1) % 7)).ToImmutableArray();
        if (days.Length == 0 || TextFormat.Time(schedule.OpensAt) is not { } opens || TextFormat.Time(schedule.ClosesAt) is not { } closes)
        {
            return null;
        }

        closes = closes == TimeOnly.MinValue ? Midnight : closes;
        return opens < closes ? new OpeningHours(days, opens, closes) : null;
    }

    private static int Index(DayOfWeek day) => ((int)day + 6) % 7;

    private static string Days(DayOfWeek[] days)
    {
        var isRun = days.Length > 2 && Index(days[^1]) - Index(days[0]) == days.Length - 1;
        return isRun
            ? $"{Names[Index(days[0])]} to {Names[Index(days[^1])]}"
            : string.Join(" and ", days.Select(day => $"{Names[Index(day)]}s"));
    }

    private static string Clock(TimeOnly time)
    {
        if (time == Midnight || time == TimeOnly.MinValue)
        {
            return "midnight";
        }

        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var minutes = time.Minute == 0 ? "" : $".{time.Minute:00}";
        return time == new TimeOnly(12, 0) ? "12 noon" : $"{hour}{minutes}{(time.Hour < 12 ? "am" : "pm")}";
    }

    [GeneratedRegex("^(?<which>[+-]?[0-9]?)(?<day>MO|TU|WE|TH|FR|SA|SU)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
