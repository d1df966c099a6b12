using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>What is booked, beside the talk.</summary>
internal static class AppointmentsHtml
{
    /// <summary>The appointments to come; empty when there are none.</summary>
    public static string Of(Conversation? conversation, Surroundings around)
    {
        var coming = conversation?.Appointments.Where(booked => booked.At > around.Now).OrderBy(booked => booked.At).ToList() ?? [];
        return coming.Count == 0 ? "" : $"<section class=\"prog\" aria-label=\"What is booked\"><h2>What is booked</h2>{string.Concat(coming.Select(booked => $"<p>{PageHtml.Encode(TimeWords.Label(booked.At))}: {PageHtml.Encode(around.Content.Appointments.NameOf(booked.Kind))}.</p><a class=\"link\" href=\"/appointments/{booked.Id}.ics\" download>Save in my calendar<span class=\"hidden\">, {PageHtml.Encode(TimeWords.Label(booked.At))}</span></a>"))}</section>";
    }
}
