using TransformingLives.Knowledge.ServiceDirectory;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.Tests.ServiceDirectory;

public sealed class OpeningTimesTests
{
    [Fact]
    public void Days_with_the_same_times_are_said_together() => Assert.Equal(
        "Monday to Friday, 9am to 9.30pm; Sundays, 12 noon to midnight",
        OpeningTimes.InWords([.. "MO TU WE TH FR".Split(' ').Select(day => Weekly(day, "09:00:00", "21:30:00")), Weekly("SU", "12:00", "00:00")]));

    [Theory]
    [InlineData("MONTHLY", "1TU", null, "First Tuesday of the month, 10am to 12 noon")]
    [InlineData("MONTHLY", "2WE,-1FR", null, "Second Wednesday and last Friday of the month, 10am to 12 noon")]
    [InlineData("WEEKLY", "TU", 2, "Every second Tuesday, 10am to 12 noon")]
    [InlineData("MONTHLY", "nonsense", null, "")]
    public void What_is_not_weekly_is_said_in_words_and_is_never_open_by_the_clock(string freq, string byday, int? interval, string words)
    {
        var schedule = Weekly(byday, "10:00", "12:00") with { Freq = freq, Interval = interval };

        Assert.Equal(words, OpeningTimes.InWords([schedule]));
        Assert.Empty(OpeningTimes.Read([schedule]));
    }

    [Fact]
    public void What_has_ended_is_not_in_force() => Assert.Empty(OpeningTimes.InForce([Weekly("MO", "10:00", "12:00") with { ValidTo = "2026-01-31" }], new DateOnly(2026, 2, 1)));

    [Fact]
    public void Open_until_midnight_is_open_at_eleven() =>
        Assert.True(Assert.Single(OpeningTimes.Read([Weekly("SU", "12:00", "00:00")])).IsOpen(new DateTime(2026, 11, 29, 23, 0, 0)));

    private static OpenReferralSchedule Weekly(string byday, string opens, string closes) => new() { Freq = "WEEKLY", Byday = byday, OpensAt = opens, ClosesAt = closes };
}
