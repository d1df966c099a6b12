using System.Collections.Immutable;

namespace TransformingLives.Bot.OffSwitch;

/// <summary>Something that an administrator has turned off, and what residents are told of it.</summary>
/// <param name="What">What is off, one of <see cref="SwitchIds"/>.</param>
/// <param name="Message">The council's own words to residents, plain text.</param>
/// <param name="Again">When it is worth trying again, "tomorrow at 9"; empty when nobody knows.</param>
/// <param name="Who">Name of the administrator.</param>
/// <param name="At">When, UTC.</param>
public sealed record SwitchedOff(string What, string Message, string Again, string Who, DateTimeOffset At)
{
    /// <summary>Outcodes, "CB7", that it is left on for: of <see cref="SwitchIds.Pilot"/> only.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];
}
