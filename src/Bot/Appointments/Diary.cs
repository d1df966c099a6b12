using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Appointments;

/// <summary>The times that are taken, as they stood when it was read.</summary>
/// <param name="Taken">Who is taken: calendar, Unix time in milliseconds of a step, and which of the team.</param>
public sealed record Diary(FrozenSet<(string Calendar, long At, int Seat)> Taken)
{
    /// <summary>The free times of a kind, the soonest first; worked out as they are asked for.</summary>
    public IEnumerable<Slot> Free(AppointmentKind kind, BotContent content, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(content);
        if (content.Appointments.FindCalendar(kind.Calendar) is not { } calendar)
        {
            yield break;
        }

        var today = content.Calendar.DayOf(now);
        for (var day = today; day <= today.AddDays(kind.DaysAhead); day = day.AddDays(1))
        {
            foreach (var at in content.Council.BankHolidays.Contains(day) ? [] : Starts(calendar, kind, day).Where(at => at >= now + kind.Notice && IsFree(calendar, at, kind.Length)))
            {
                yield return new Slot(kind.Id, at);
            }
        }
    }

    /// <summary>Somebody of the team has the whole of this time free.</summary>
    public bool IsFree(AppointmentCalendar calendar, DateTimeOffset at, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var steps = Steps(at, at + length);
        return Enumerable.Range(0, calendar.AtOnce).Any(seat => steps.All(step => !Taken.Contains((calendar.Id, step, seat))));
    }

    /// <summary>The steps that a time takes, by their Unix time in milliseconds; one that begins or ends between two steps takes both.</summary>
    public static ImmutableArray<long> Steps(DateTimeOffset from, DateTimeOffset until)
    {
        var step = (long)AppointmentSettings.Step.TotalMilliseconds;
        var first = from.ToUnixTimeMilliseconds() / step * step;
        var steps = ImmutableArray.CreateBuilder<long>();
        for (var at = first; at < until.ToUnixTimeMilliseconds(); at += step)
        {
            steps.Add(at);
        }

        return steps.ToImmutable();
    }

    private static IEnumerable<DateTimeOffset> Starts(AppointmentCalendar calendar, AppointmentKind kind, DateOnly day) =>
        from hours in calendar.Opening.Where(hours => hours.Days.Contains(day.DayOfWeek)).OrderBy(hours => hours.From)
        from number in Enumerable.Range(0, (int)((hours.Until - hours.From) / kind.Length))
        select CouncilCalendar.FromLondon(day.ToDateTime(hours.From) + (number * kind.Length));
}
