using System.Collections.Immutable;

namespace TransformingLives.Bot.OffSwitch;

/// <summary>All that is turned off at a moment.</summary>
/// <param name="Off">What is off, by its id.</param>
public sealed record Switches(ImmutableDictionary<string, SwitchedOff> Off)
{
    /// <summary>Nothing is.</summary>
    public static Switches AllOn { get; } = new(ImmutableDictionary<string, SwitchedOff>.Empty);

    /// <summary>The estimates, when they are off; null when they are on.</summary>
    public SwitchedOff? Estimates => Off.GetValueOrDefault(SwitchIds.Estimates);

    /// <summary>The areas that it is left on for, when it is off elsewhere; null when it is on everywhere.</summary>
    public SwitchedOff? Pilot => Off.GetValueOrDefault(SwitchIds.Pilot);

    /// <summary>What keeps the assistant from answering on a channel; null when nothing does.</summary>
    /// <param name="channel">The channel, as its conversations name it.</param>
    public SwitchedOff? Of(string channel) => Off.GetValueOrDefault(SwitchIds.Assistant) ?? Off.GetValueOrDefault(channel);
}
