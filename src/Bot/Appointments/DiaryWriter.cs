using System.Globalization;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Appointments;

/// <summary>
/// Writes the diary in the transaction of a turn. A step of a calendar has one row for each of the team who is taken, and its key keeps two nodes, or two
/// officers at once, from taking the same: that is what no reading beforehand could promise.
/// </summary>
internal static class DiaryWriter
{
    private const string Add = """
        INSERT INTO appointments (id, conversation_id, kind, calendar, starts_at, ends_at, state, booked_by, title, source, booked_at, changed_at)
        VALUES (@id, @conversation, @kind, @calendar, @from, @until, @state, @by, @title, @source, @now, @now)
        """;

    /// <summary>What is sealed of the calendars: what a busy time is called may name somebody.</summary>
    public static SealedTable Sealed { get; } = new("appointments", ["id"], "COALESCE(conversation_id, '')", "CASE WHEN conversation_id IS NULL THEN 9 ELSE 0 END", ["title"]);

    private const string Take = "INSERT INTO appointment_steps (calendar, at, seat, appointment_id) VALUES (@calendar, @at, @seat, @id) ON CONFLICT DO NOTHING";
    private const string Free = "DELETE FROM appointment_steps WHERE appointment_id = @id";
    private const string Forget = "DELETE FROM appointments WHERE id = @id";
    private const string Cancel = "UPDATE appointments SET state = 'cancelled', changed_at = @now WHERE id = @id AND state = 'booked'";
    private const string FreeSource = "DELETE FROM appointment_steps WHERE appointment_id IN (SELECT id FROM appointments WHERE calendar = @calendar AND source = @source)";
    private const string ForgetSource = "DELETE FROM appointments WHERE calendar = @calendar AND source = @source";

    /// <summary>Takes the times that the turn books. False when somebody else has one of them by now: nothing is taken then.</summary>
    public static async Task<bool> HoldAsync(StorageSession session, StoredTurn turn, long now, CancellationToken cancellationToken)
    {
        foreach (var book in turn.Diary.OfType<DiaryChange.Book>())
        {
            var (appointment, calendar, by) = book;
            if (!await PlaceAsync(session, appointment.Id, turn.After.Id, appointment.Kind, calendar, appointment.At, appointment.Until, "booked", by, "", null, now, cancellationToken))
            {
                await LetGoAsync(session, turn, cancellationToken);
                return false;
            }
        }

        return true;
    }

    /// <summary>The turn is not stored after all: what it had taken is free again.</summary>
    public static async Task LetGoAsync(StorageSession session, StoredTurn turn, CancellationToken cancellationToken)
    {
        foreach (var book in turn.Diary.OfType<DiaryChange.Book>())
        {
            await RemoveAsync(session, book.Appointment.Id, cancellationToken);
        }
    }

    /// <summary>Gives back what the turn cancels.</summary>
    public static async Task ReleaseAsync(StorageSession session, StoredTurn turn, long now, CancellationToken cancellationToken)
    {
        foreach (var release in turn.Diary.OfType<DiaryChange.Release>())
        {
            await session.Command(Free, ("@id", release.Id.ToString())).ExecuteNonQueryAsync(cancellationToken);
            await session.Command(Cancel, ("@now", now), ("@id", release.Id.ToString())).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static async Task RemoveSourceAsync(StorageSession session, string calendar, string source, CancellationToken cancellationToken)
    {
        await session.Command(FreeSource, ("@calendar", calendar), ("@source", source)).ExecuteNonQueryAsync(cancellationToken);
        await session.Command(ForgetSource, ("@calendar", calendar), ("@source", source)).ExecuteNonQueryAsync(cancellationToken);
    }

    public static Task<bool> AddBusyAsync(StorageSession session, AppointmentCalendar calendar, string source, BusyTime time, long now, CancellationToken cancellationToken) =>
        PlaceAsync(session, Guid.NewGuid(), null, "", calendar, time.At, time.Until, "busy", "", StorableText.Of(time.Title), source, now, cancellationToken);

    private static async Task<bool> PlaceAsync(StorageSession session, Guid id, string? conversation, string kind, AppointmentCalendar calendar, DateTimeOffset from, DateTimeOffset until, string state, string by, string title, string? source, long now, CancellationToken cancellationToken)
    {
        var words = await session.Keys.SealAsync(conversation ?? "", conversation is null ? KeyPart.Store : KeyPart.Said, Sealed.PlaceOf("title", id.ToString()), title, cancellationToken);
        await session.Command(
                Add,
                ("@id", id.ToString()), ("@conversation", conversation), ("@kind", kind), ("@calendar", calendar.Id), ("@from", from.ToUnixTimeMilliseconds()), ("@until", until.ToUnixTimeMilliseconds()),
                ("@state", state), ("@by", by), ("@title", words), ("@source", source), ("@now", now))
            .ExecuteNonQueryAsync(cancellationToken);
        for (var seat = 0; seat < calendar.AtOnce; seat++)
        {
            if (await SitAsync(session, id, calendar.Id, seat, from, until, cancellationToken))
            {
                return true;
            }
        }

        await RemoveAsync(session, id, cancellationToken);
        return false;
    }

    // One of the team takes the whole of it, or none of it.
    private static async Task<bool> SitAsync(StorageSession session, Guid id, string calendar, int seat, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        foreach (var step in Diary.Steps(from, until))
        {
            if (await session.Command(Take, ("@calendar", calendar), ("@at", step), ("@seat", seat), ("@id", id.ToString())).ExecuteNonQueryAsync(cancellationToken) == 0)
            {
                await session.Command(Free, ("@id", id.ToString())).ExecuteNonQueryAsync(cancellationToken);
                return false;
            }
        }

        return true;
    }

    private static async Task RemoveAsync(StorageSession session, Guid id, CancellationToken cancellationToken)
    {
        await session.Command(Free, ("@id", id.ToString())).ExecuteNonQueryAsync(cancellationToken);
        await session.Command(Forget, ("@id", id.ToString())).ExecuteNonQueryAsync(cancellationToken);
    }
}
