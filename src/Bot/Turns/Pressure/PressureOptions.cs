using System.ComponentModel.DataAnnotations;

namespace TransformingLives.Bot.Turns.Pressure;

/// <summary>How many turns one node works on at once and how many may wait: section <c>Pressure</c>.</summary>
public sealed class PressureOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Pressure";

    /// <summary>Turns that are worked on at the same time. One that waits for a language model is not counted meanwhile. Default: 16 for each processor, so that many share a flush.</summary>
    [Range(1, 10_000)]
    public int AtOnce { get; set; } = 16 * Environment.ProcessorCount;

    /// <summary>From so many waiting turns on, somebody who begins is told that we are busy; from twice as many, also people in the middle of something. Default: eight times as many as are worked on, which is about a second's work: a class that writes at once is answered.</summary>
    [Range(1, 100_000)]
    public int? Waiting { get; set; }

    /// <summary>How long a turn may wait to be begun before whoever asked is told that we are busy.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Messages of one conversation that may wait for each other.</summary>
    [Range(2, 1_000)]
    public int OfOneConversation { get; set; } = 20;

    /// <summary>Turns that may wait for a language model besides; one more keeps its place while it waits.</summary>
    internal int MostAside => 32 * AtOnce;

    internal int MostWaiting => Waiting ?? 8 * AtOnce;

    /// <summary>Turns in danger that are worked on besides.</summary>
    internal int Reserve => AtOnce;
}
