using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Appointments;

/// <summary>The calendars as they are stored: read before a turn that needs them, and by the desk.</summary>
public sealed class AppointmentBook(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Columns = "id, conversation_id, kind, calendar, starts_at, ends_at, state, booked_by, title";

    private const string Taken = "SELECT calendar, at, seat FROM appointment_steps WHERE at >= @from";
    private const string Between = $"SELECT {Columns} FROM appointments WHERE starts_at >= @from AND starts_at < @until ORDER BY starts_at, calendar, id";

    /// <summary>What is taken from now on.</summary>
    public async Task<Diary> ReadAsync(CancellationToken cancellationToken)
    {
        var from = (clock.GetUtcNow() - AppointmentSettings.Step).ToUnixTimeMilliseconds();
        var taken = await connections.QueryAsync(Taken, row => (row.GetString(0), row.GetInt64(1), row.GetInt32(2)), cancellationToken, ("@from", from));
        return new Diary(taken.ToFrozenSet());
    }

    /// <summary>Everything of a time, cancelled ones too, the soonest first.</summary>
    public Task<ImmutableArray<DiaryEntry>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        connections.QuerySealedAsync(Between, Read, cancellationToken, ("@from", from.ToUnixTimeMilliseconds()), ("@until", until.ToUnixTimeMilliseconds()));

    /// <summary>Puts the busy times of somebody's calendar in place of those that came from it before. What people have booked stays.</summary>
    /// <returns>The busy times that fall on a time at which the whole team was booked already: somebody has to move one of the two.</returns>
    public Task<ImmutableArray<BusyTime>> ReplaceBusyAsync(AppointmentCalendar calendar, string source, ImmutableArray<BusyTime> busy)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync($"calendar {calendar.Id}", async (session, token) =>
        {
            await DiaryWriter.RemoveSourceAsync(session, calendar.Id, source, token);
            var clashes = ImmutableArray.CreateBuilder<BusyTime>();
            foreach (var time in busy)
            {
                if (!await DiaryWriter.AddBusyAsync(session, calendar, source, time, now, token))
                {
                    clashes.Add(time);
                }
            }

            return clashes.ToImmutable();
        });
    }

    private static DiaryEntry Read(SealedRow row) => new(
        Guid.Parse(row.GetString(0)),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        row.GetString(6),
        row.GetString(7),
        row.OpenOr(8, DiaryWriter.Sealed.PlaceOf("title", row.GetString(0)), ""));
}

/// <summary>A line of the diary.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="ConversationId">Whose; null for a time that staff are busy.</param>
/// <param name="Kind">Id of its kind; empty for a busy time.</param>
/// <param name="Calendar">Id of the calendar.</param>
/// <param name="At">From.</param>
/// <param name="Until">Until.</param>
/// <param name="State"><c>booked</c>, <c>cancelled</c> or <c>busy</c>.</param>
/// <param name="By">Name of the officer who booked it; empty for the person.</param>
/// <param name="Title">What a busy time is called; empty for what people booked.</param>
public sealed record DiaryEntry(Guid Id, string? ConversationId, string Kind, string Calendar, DateTimeOffset At, DateTimeOffset Until, string State, string By, string Title);

/// <summary>A time at which somebody of the team is busy.</summary>
/// <param name="At">From.</param>
/// <param name="Until">Until.</param>
/// <param name="Title">What it is called.</param>
public sealed record BusyTime(DateTimeOffset At, DateTimeOffset Until, string Title);
