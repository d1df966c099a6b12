namespace TransformingLives.Bot.Appointments;

/// <summary>What a turn changes in the diary, stored with the turn or not at all.</summary>
public abstract record DiaryChange
{
    private DiaryChange()
    {
    }

    /// <summary>Takes a time. When somebody else has taken it meanwhile, the turn is decided again.</summary>
    /// <param name="Appointment">The appointment.</param>
    /// <param name="Calendar">Whose time it takes.</param>
    /// <param name="By">Name of the officer who booked it; empty for the person.</param>
    public sealed record Book(BookedAppointment Appointment, AppointmentCalendar Calendar, string By) : DiaryChange;

    /// <summary>Gives a time back.</summary>
    public sealed record Release(Guid Id) : DiaryChange;
}
