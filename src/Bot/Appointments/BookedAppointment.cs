namespace TransformingLives.Bot.Appointments;

/// <summary>An appointment that stands.</summary>
/// <param name="Id">Our identifier.</param>
/// <param name="Kind">Id of its kind.</param>
/// <param name="At">When it begins, UTC.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Reminder">Key of the work that reminds of it; null when it is too soon for one.</param>
public sealed record BookedAppointment(Guid Id, string Kind, DateTimeOffset At, DateTimeOffset Until, string? Reminder);
