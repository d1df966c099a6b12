using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Desk.Audit;
using TransformingLives.Bot.Desk.Pages;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.Bot.Desk.Takeover;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Desk.Appointments;

/// <summary>The addresses of the calendars.</summary>
internal static class AppointmentEndpoints
{
    private const int DaysShown = 14;
    private const int DaysRead = 92;
    private const int LargestFile = 1024 * 1024;

    public static void MapAppointments(this IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/appointments", ShowAsync).For(DeskActions.SeeAppointments);
        app.MapPost("/desk/appointments/{conversation}/{id:guid}/cancel", CancelAsync).For(DeskActions.CancelAppointment);
        app.MapGet("/desk/calendars/{calendar}/export.ics", SaveAsync).For(DeskActions.SaveCalendar);
        app.MapPost("/desk/calendars/{calendar}/busy", ReadBusyAsync).For(DeskActions.ReadBusy);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, AppointmentBook book, ConversationStore store, SurroundingsSource source, TimeProvider clock, IAntiforgery antiforgery, ViewAudit audit, string? from, string? said)
    {
        using var loan = source.Borrow(clock.GetUtcNow());
        var around = loan.Surroundings;
        var first = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : around.Today;
        var entries = await book.ListAsync(CouncilCalendar.FromLondon(first.ToDateTime(default)), CouncilCalendar.FromLondon(first.AddDays(DaysShown).ToDateTime(default)), http.RequestAborted);
        await audit.NoteAsync(http, DeskActions.SeeAppointments, ViewAudit.Everybody, $"{entries.Length} in the calendars");
        var names = new Dictionary<string, string>();
        foreach (var id in entries.Select(entry => entry.ConversationId).OfType<string>().Distinct())
        {
            names[id] = await store.FindAsync(id, http.RequestAborted) is { } conversation ? ConversationSummary.Of(conversation, around).SoFar.Person.Name ?? "" : "";
        }

        var page = new AppointmentsPage(around.Content, names, DeskPage.Token(antiforgery, http), http.User.May(DeskActions.ReadBusy));
        return DeskPage.Show(http, "Appointments", page.Html(entries, first, DaysShown, said ?? ""));
    }

    private static async Task<IResult> CancelAsync(HttpContext http, string conversation, Guid id, TurnRunner runner, TimeProvider clock)
    {
        var cancels = new IncomingEvent(conversation, $"desk:cancel:{id}", new ConversationEvent.OfficerCancelsAppointment(http.Officer(), id), clock.GetUtcNow());
        var said = await runner.RunAsync(cancels, http.RequestAborted) is EventResult.Done ? "cancelled" : "gone";
        return Back(http, said);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, string calendar, AppointmentBook book, SurroundingsSource source, TimeProvider clock)
    {
        var settings = source.At(clock.GetUtcNow()).Content.Appointments;
        if (settings.FindCalendar(calendar) is not { } known)
        {
            return DeskPage.NotFound(http, "There is no such calendar");
        }

        var now = clock.GetUtcNow();
        var entries = await book.ListAsync(now.AddDays(-DaysShown), now.AddDays(DaysRead), http.RequestAborted);
        var lines = entries.Where(entry => entry.Calendar == known.Id && entry.State != "busy")
            .Select(entry => new CalendarLine($"{entry.Id}@transforming-lives", entry.At, entry.Until, settings.NameOf(entry.Kind), $"Conversation {entry.ConversationId}", entry.State == "cancelled"));
        Channels.Web.SecurityHeaders.AddTo(http.Response);
        return Results.File(Encoding.UTF8.GetBytes(CalendarFile.Of(lines, now)), "text/calendar; charset=utf-8", $"{known.Id}.ics");
    }

    private static async Task<IResult> ReadBusyAsync(HttpContext http, string calendar, AppointmentBook book, SurroundingsSource source, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var who = form["who"].ToString().Trim();
        if (source.At(now).Content.Appointments.FindCalendar(calendar) is not { } known)
        {
            return DeskPage.NotFound(http, "There is no such calendar");
        }

        if (form.Files is not [{ Length: > 0 and <= LargestFile } file] || who.Length is 0 or > 60)
        {
            return Back(http, "no-file");
        }

        using var reader = new StreamReader(file.OpenReadStream());
        if (CalendarFile.Busy(await reader.ReadToEndAsync(http.RequestAborted), now, now.AddDays(DaysRead)) is not { } busy)
        {
            return Back(http, "no-calendar");
        }

        var clashes = await book.ReplaceBusyAsync(known, who, busy);
        return Back(http, clashes.IsEmpty ? "read" : "clashes");
    }

    private static IResult Back(HttpContext http, string said)
    {
        http.Response.Headers.Location = $"/desk/appointments?said={said}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
