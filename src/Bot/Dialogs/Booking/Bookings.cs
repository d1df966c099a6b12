using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Booking;

/// <summary>Adds an appointment to a turn and takes one out of it, with its reminder.</summary>
internal static class Bookings
{
    /// <summary>Name of the work that reminds of an appointment.</summary>
    public const string Reminder = "appointment_reminder";

    /// <summary>Value of that work: the appointment's id.</summary>
    public const string AppointmentId = "appointment";

    public static Turn Add(Turn turn, AppointmentKind kind, AppointmentCalendar calendar, Slot slot, string by, Surroundings around)
    {
        var id = WorkId.For(turn, "appointment");
        var remindAt = slot.At - around.Content.Appointments.RemindBefore;
        var reminder = remindAt <= around.Now ? null : new CaseWork.CheckIn(WorkId.For(turn, "reminder"), turn.Conversation.Id, Reminder, remindAt, ImmutableDictionary<string, string>.Empty.Add(AppointmentId, id.ToString()));
        var booked = new BookedAppointment(id, kind.Id, slot.At, slot.At + kind.Length, reminder?.Key);
        turn = reminder is null ? turn : turn.Do(reminder);
        return turn.Remember(c => c with { Appointments = c.Appointments.Add(booked), Times = null }) with { Diary = turn.Diary.Add(new DiaryChange.Book(booked, calendar, by)) };
    }

    public static Turn Remove(Turn turn, BookedAppointment booked)
    {
        turn = booked.Reminder is { } reminder ? turn.Do(new CaseWork.Withdraw(reminder)) : turn;
        return turn.Remember(c => c with { Appointments = c.Appointments.RemoveAll(other => other.Id == booked.Id), Times = c.Times?.Moves == booked.Id ? null : c.Times }) with { Diary = turn.Diary.Add(new DiaryChange.Release(booked.Id)) };
    }
}
