namespace TransformingLives.Bot.Content;

/// <summary>When the council is there, in London time: opening hours, weekends and bank holidays.</summary>
public sealed record CouncilCalendar(CouncilSettings Council)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day it is in London.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>The time and day it is in London.</summary>
    public static DateTimeOffset InLondon(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London);

    /// <summary>The moment that a clock in London shows. An hour that is skipped in spring is taken as the hour after it.</summary>
    public static DateTimeOffset FromLondon(DateTime local) => new DateTimeOffset(local, London.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>Somebody answers the phone now.</summary>
    public bool IsOpen(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, London);
        var time = TimeOnly.FromDateTime(local.DateTime);
        return IsWorkingDay(DateOnly.FromDateTime(local.DateTime)) && time >= Council.OpensAt && time < Council.ClosesAt;
    }

    /// <summary>When somebody answers next: the moment itself when it is open.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset moment)
    {
        if (IsOpen(moment))
        {
            return moment;
        }

        var local = TimeZoneInfo.ConvertTime(moment, London).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (!IsWorkingDay(day) || TimeOnly.FromDateTime(local) >= Council.ClosesAt)
        {
            do
            {
                day = day.AddDays(1);
            }
            while (!IsWorkingDay(day));
        }

        var opens = day.ToDateTime(Council.OpensAt);
        return new DateTimeOffset(opens, London.GetUtcOffset(opens)).ToUniversalTime();
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
