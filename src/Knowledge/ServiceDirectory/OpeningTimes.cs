using System.Collections.Immutable;
using System.Globalization;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Opening times of a service: for the clock, and in words.</summary>
internal static class OpeningTimes
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] Names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static ImmutableArray<OpeningHours> Read(IEnumerable<OpenReferralSchedule> schedules) =>
        [.. schedules.Select(Read).OfType<OpeningHours>()];

    /// <summary>"Mondays and Thursdays, 10am to 2pm": the author's own words where there are some.</summary>
    public static string InWords(IReadOnlyList<OpenReferralSchedule> schedules)
    {
        var written = schedules.Select(schedule => schedule.Description?.Trim()).Where(words => !string.IsNullOrEmpty(words)).Distinct().ToArray();
        return written.Length > 0
            ? string.Join("; ", written)
            : string.Join("; ", Read(schedules)
                .GroupBy(hours => (hours.Opens, hours.Closes))
                .Select(group => $"{Days([.. group.SelectMany(hours => hours.Days).Distinct().OrderBy(Index)])}, {Clock(group.Key.Opens)} to {Clock(group.Key.Closes)}"));
    }

    private static OpeningHours? Read(OpenReferralSchedule schedule)
    {
        var days = (schedule.Byday ?? "").Split(',', StringSplitOptions.TrimEntries).Select(code => Array.IndexOf(Codes, code)).Where(day => day >= 0).Select(day => (DayOfWeek)((day + 1) % 7)).ToImmutableArray();
        return days.Length > 0 && Time(schedule.OpensAt) is { } opens && Time(schedule.ClosesAt) is { } closes && opens < closes
            ? new OpeningHours(days, opens, closes)
            : null;
    }

    // "10:00", "10:00:00", and with the standard's zone, "10:00Z", which UK feeds use for local time.
    private static TimeOnly? Time(string? written) =>
        TimeOnly.TryParse(written?.TrimEnd('Z').Split('+')[0], CultureInfo.InvariantCulture, out var time) ? time : null;

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
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var minutes = time.Minute == 0 ? "" : $".{time.Minute:00}";
        return time == new TimeOnly(12, 0) ? "12 noon" : $"{hour}{minutes}{(time.Hour < 12 ? "am" : "pm")}";
    }
}
