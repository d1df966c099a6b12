using System.Collections.Immutable;

namespace TransformingLives.Knowledge.ServiceDirectory;

/// <summary>Open on these days of every week. Open until midnight closes at the last moment of the day.</summary>
internal sealed record OpeningHours(ImmutableArray<DayOfWeek> Days, TimeOnly Opens, TimeOnly Closes)
{
    public bool IsOpen(DateTime at) => Days.Contains(at.DayOfWeek) && TimeOnly.FromDateTime(at) >= Opens && TimeOnly.FromDateTime(at) < Closes;
}
