namespace TransformingLives.Bot.Appointments;

/// <summary>A time that can be booked.</summary>
/// <param name="Kind">Id of its kind.</param>
/// <param name="At">When it begins, UTC.</param>
public sealed record Slot(string Kind, DateTimeOffset At);
