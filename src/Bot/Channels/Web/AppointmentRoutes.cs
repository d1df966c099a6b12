using System.Text;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Channels.Web;

/// <summary>A person's own appointment as a file for their calendar: of the conversation that the browser's cookie names, and no other.</summary>
internal static class AppointmentRoutes
{
    public static void MapAppointmentFiles(this IEndpointRouteBuilder app) => app.MapGet("/appointments/{id:guid}.ics", SaveAsync);

    private static async Task<IResult> SaveAsync(HttpContext http, Guid id, ConversationStore store, SurroundingsSource source, TimeProvider clock)
    {
        SecurityHeaders.AddTo(http.Response);
        var booked = (await ConversationCookie.FindAsync(http, store))?.Appointments.FirstOrDefault(one => one.Id == id);
        if (booked is null)
        {
            return Results.NotFound();
        }

        var content = source.At(clock.GetUtcNow()).Content;
        var kind = content.Appointments.Find(booked.Kind);
        var name = content.Appointments.NameOf(booked.Kind);
        var line = new CalendarLine($"{id}@transforming-lives", booked.At, booked.Until, $"{char.ToUpperInvariant(name[0])}{name[1..]}", $"{kind?.Where} {content.Council.Name}, {content.Council.Phone}".Trim());
        return Results.File(Encoding.UTF8.GetBytes(CalendarFile.Of([line], clock.GetUtcNow())), "text/calendar; charset=utf-8", "appointment.ics");
    }
}
