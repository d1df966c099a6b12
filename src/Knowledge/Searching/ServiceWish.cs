using System.Collections.Immutable;

namespace TransformingLives.Knowledge.Searching;

/// <summary>What somebody looks for in the directory.</summary>
internal sealed record ServiceWish
{
    /// <summary>Their words; empty to go by topic alone.</summary>
    public string Text { get; init; } = "";

    /// <summary>Their words without the place: a service whose name has two of them side by side is what was asked for.</summary>
    public string Thing { get; init; } = "";

    /// <summary>The topic, if it is known.</summary>
    public string? Topic { get; init; }

    /// <summary>Where they are, if they said.</summary>
    public Place? Near { get; init; }

    /// <summary>The council's own time.</summary>
    public required DateTime LocalNow { get; init; }

    /// <summary>Topics whose services are left out.</summary>
    public ImmutableArray<string> Except { get; init; } = [];

    /// <summary>What they said more closely: nearer, at weekends, for nothing.</summary>
    public ServiceLeaning Leaning { get; init; }
}

/// <summary>What matters besides the topic.</summary>
[Flags]
internal enum ServiceLeaning
{
    None = 0,

    /// <summary>"Is there one nearer?": the distance decides.</summary>
    Nearest = 1,

    /// <summary>"What about at weekends?"</summary>
    Weekend = 2,

    /// <summary>"Is anything open in the evening?"</summary>
    Evening = 4,

    /// <summary>"Is there a free one?"</summary>
    Free = 8,

    /// <summary>"Who can I ring?": by phone or online, wherever they are.</summary>
    ByPhone = 16,
}
