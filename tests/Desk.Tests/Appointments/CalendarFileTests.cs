using System.Collections.Frozen;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Tests.Testing;

namespace TransformingLives.Desk.Tests.Appointments;

/// <summary>Calendars in and out, and the free times between.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_goes_out_comes_in_as_the_same_time()
    {
        var file = CalendarFile.Of([new CalendarLine("a@tl", Now.AddDays(1), Now.AddDays(1).AddMinutes(30), "a call back", "with, commas; and\nlines")], Now);

        Assert.Contains("DTSTART:20261124T100000Z", file, StringComparison.Ordinal);
        var busy = Assert.Single(CalendarFile.Busy(file, Now, Now.AddDays(7))!.Value);
        Assert.Equal((Now.AddDays(1), Now.AddDays(1).AddMinutes(30), "a call back"), (busy.At, busy.Until, busy.Title));
    }

    [Fact]
    public void A_series_is_written_out_and_what_is_free_or_cancelled_is_left_out()
    {
        const string file = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            UID:1
            DTSTAMP:20261101T000000Z
            DTSTART;TZID=Europe/London:20261102T093000
            DTEND;TZID=Europe/London:20261102T103000
            RRULE:FREQ=WEEKLY
            SUMMARY:Team meeting
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTAMP:20261101T000000Z
            DTSTART:20261124T120000Z
            DTEND:20261124T130000Z
            TRANSP:TRANSPARENT
            SUMMARY:Only a note
            END:VEVENT
            BEGIN:VEVENT
            UID:3
            DTSTAMP:20261101T000000Z
            DTSTART:20261125T120000Z
            DTEND:20261125T130000Z
            STATUS:CANCELLED
            SUMMARY:Not held
            END:VEVENT
            BEGIN:VEVENT
            UID:4
            DTSTAMP:20261101T000000Z
            DTSTART;VALUE=DATE:20261127
            DTEND;VALUE=DATE:20261128
            SUMMARY:Leave
            END:VEVENT
            END:VCALENDAR
            """;

        var busy = CalendarFile.Busy(file, Now, Now.AddDays(8))!.Value;

        Assert.Equal(["2026-11-23 09:30 Team meeting", "2026-11-27 00:00 Leave", "2026-11-30 09:30 Team meeting"], busy.Select(time => $"{time.At:yyyy-MM-dd HH:mm} {time.Title}").Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear team, here is my calendar")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:yesterday\nEND:VEVENT\nEND:VCALENDAR")]
    public void What_is_no_calendar_is_refused_or_empty(string file) => Assert.True(CalendarFile.Busy(file, Now, Now.AddDays(7)) is null or []);

    [Fact]
    public async Task Nothing_is_free_on_a_bank_holiday_or_without_notice()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var kind = content.Appointments.Find("call_back")! with { DaysAhead = 60 };

        var free = new Diary(FrozenSet<(string, long, int)>.Empty).Free(kind, content, Now).ToList();

        Assert.Equal(Now.AddHours(2), free[0].At);
        Assert.DoesNotContain(free, slot => slot.At.Date == new DateTime(2026, 12, 25) || slot.At.Date == new DateTime(2027, 1, 1) || slot.At.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
        Assert.Contains(free, slot => slot.At.Date == new DateTime(2026, 12, 24));
    }

    [Fact]
    public async Task An_hour_needs_one_person_who_is_free_for_all_of_it()
    {
        var content = (await TestCouncil.RealContent.Value).Content;
        var calendar = content.Appointments.FindCalendar("visits")!;
        var at = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
        FrozenSet<(string, long, int)> taken = [("visits", at.ToUnixTimeMilliseconds(), 0), ("visits", at.AddMinutes(45).ToUnixTimeMilliseconds(), 1)];

        Assert.False(new Diary(taken).IsFree(calendar, at, TimeSpan.FromHours(1)));
        Assert.True(new Diary(taken).IsFree(calendar, at, TimeSpan.FromMinutes(45)));
    }
}
