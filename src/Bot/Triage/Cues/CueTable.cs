using System.Collections.Immutable;
using TransformingLives.Bot.Safety;

namespace TransformingLives.Bot.Triage.Cues;

/// <summary>All cues, the most telling first: <c>content/triage/cues*.yaml</c>.</summary>
public sealed record CueTable(ImmutableArray<Cue> Cues)
{
    /// <summary>No cues.</summary>
    public static CueTable None { get; } = new([]);

    /// <summary>Finds their words in a message in one go.</summary>
    internal PatternIndex Index { get; } = new(Cues.SelectMany(cue => cue.Says.Concat(cue.Unless).Concat(cue.With)));

    /// <summary>The cue of an id; null when there is none.</summary>
    public Cue? Find(string id) => Cues.FirstOrDefault(cue => cue.Id == id);
}
