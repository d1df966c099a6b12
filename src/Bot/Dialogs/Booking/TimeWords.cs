using System.Globalization;
using TransformingLives.Bot.Content;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>Times as people read them.</summary>
internal static class TimeWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Tuesday 24 November at 10am": also what a button says when it is pressed.</summary>
    public static string Label(DateTimeOffset at)
    {
        var local = CouncilCalendar.InLondon(at);
        return $"{local.ToString("dddd d MMMM", British)} at {Clock(local)}";
    }

    private static string Clock(DateTimeOffset local) => $"{local.ToString(local.Minute == 0 ? "%h" : "h:mm", CultureInfo.InvariantCulture)}{(local.Hour < 12 ? "am" : "pm")}";
}
