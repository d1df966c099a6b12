using System.Collections.Immutable;

namespace TransformingLives.Bot.Appointments;

/// <summary>Times that are on the table in a conversation.</summary>
/// <param name="Kind">Id of what they are for.</param>
/// <param name="Slots">The times, the soonest first.</param>
/// <param name="Moves">The appointment that would be moved there; null for a new one.</param>
public sealed record TimesOffered(string Kind, ImmutableArray<Slot> Slots, Guid? Moves);
