using System.Collections.Immutable;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using Ical.Net.Serialization;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Appointments;

/// <summary>Appointments as iCalendar files (RFC 5545), out and in. Nothing in a file says who a person is.</summary>
internal static class CalendarFile
{
    /// <summary>How many busy times of one file are read.</summary>
    public const int Most = 2_000;

    private const int MostUnmatched = 5_000;

    /// <summary>A file with these appointments.</summary>
    public static string Of(IEnumerable<CalendarLine> lines, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = "-//Transforming Lives//Appointments//EN", Method = "PUBLISH" };
        foreach (var line in lines)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = line.Uid,
                DtStamp = Utc(now),
                Start = Utc(line.At),
                End = Utc(line.Until),
                Summary = line.Title,
                Description = line.Words,
                Status = line.IsCancelled ? "CANCELLED" : "CONFIRMED",
            });
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    /// <summary>The busy times of a file, series written out; null when it is no iCalendar file. What is cancelled, or marked free, is no busy time.</summary>
    public static ImmutableArray<BusyTime>? Busy(string text, DateTimeOffset from, DateTimeOffset until)
    {
        try
        {
            if (Calendar.Load(text) is not { } calendar)
            {
                return null;
            }

            var options = new EvaluationOptions { MaxUnmatchedIncrementsLimit = MostUnmatched };
            return [.. calendar.GetOccurrences<CalendarEvent>(Utc(from.AddDays(-1)), options)
                .TakeWhile(occurrence => Moment(occurrence.Period.StartTime) < until)
                .Take(Most)
                .Where(occurrence => occurrence.Source is CalendarEvent { Status: not "CANCELLED", Transparency: not "TRANSPARENT" })
                .Select(occurrence => new BusyTime(Moment(occurrence.Period.StartTime), Moment(occurrence.Period.EffectiveEndTime ?? occurrence.Period.StartTime), ((CalendarEvent)occurrence.Source).Summary ?? ""))
                .Where(busy => busy.Until > from && busy.Until > busy.At)];
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or System.Runtime.Serialization.SerializationException or EvaluationException)
        {
            return null;
        }
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime, "UTC");

    // A time without a zone, and a whole day, are meant in London.
    private static DateTimeOffset Moment(CalDateTime at) => at.IsFloating || !at.HasTime ? CouncilCalendar.FromLondon(DateTime.SpecifyKind(at.Value, DateTimeKind.Unspecified)) : new DateTimeOffset(at.AsUtc, TimeSpan.Zero);
}

/// <summary>A line of a calendar file.</summary>
/// <param name="Uid">Unchanging id.</param>
/// <param name="At">From.</param>
/// <param name="Until">Until.</param>
/// <param name="Title">What it is.</param>
/// <param name="Words">More of it.</param>
/// <param name="IsCancelled">It doesn't stand any more.</param>
internal sealed record CalendarLine(string Uid, DateTimeOffset At, DateTimeOffset Until, string Title, string Words, bool IsCancelled = false);
