namespace TransformingLives.Bot.Content;

/// <summary>When the council is there, in London time: opening hours, weekends and bank holidays.</summary>
public sealed record CouncilCalendar(CouncilSettings Council)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day it is in London.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>The time and day it is in London.</summary>
    public static DateTimeOffset InLondon(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London);

    /// <summary>Somebody answers the phone now.</summary>
    public bool IsOpen(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, London);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && time >= Council.OpensAt && time < Council.ClosesAt;
    }

    /// <summary>The end of the working day so many working days after a moment.</summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset moment, int days)
    {
        var day = DayOf(moment);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        var local = day.ToDateTime(Council.ClosesAt);
        return new DateTimeOffset(local, London.GetUtcOffset(local)).ToUniversalTime();
    }

    private bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Council.BankHolidays.Contains(day);
}
