using System.Collections.Immutable;

namespace TransformingLives.Bot.Appointments;

/// <summary>When a team can be booked.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Name">The team, for staff.</param>
/// <param name="AtOnce">How many of the team can be booked for the same time.</param>
/// <param name="Opening">The times, in London; never on a bank holiday.</param>
public sealed record AppointmentCalendar(string Id, string Name, int AtOnce, ImmutableArray<CalendarHours> Opening);

/// <summary>Times of the week.</summary>
/// <param name="Days">Days of the week.</param>
/// <param name="From">From this time.</param>
/// <param name="Until">The last appointment ends by then.</param>
public sealed record CalendarHours(ImmutableArray<DayOfWeek> Days, TimeOnly From, TimeOnly Until);
