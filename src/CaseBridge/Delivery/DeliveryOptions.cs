using System.ComponentModel.DataAnnotations;

namespace TransformingLives.CaseBridge.Delivery;

/// <summary>How patiently work is carried out: the section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Delivery";

    /// <summary>Pieces of work that one node carries out at the same time.</summary>
    [Range(1, 64)]
    public int AtOnce { get; set; } = 8;

    /// <summary>How long a piece of work may take before it counts as failed. Shorter than the lease of a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait after the first, second, … failure; a fifth more or less at random, so that not all come back at once. After the last, staff see it.</summary>
    public IList<TimeSpan> Waits { get; } = [];

    internal static IReadOnlyList<TimeSpan> DefaultWaits { get; } =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(16),
    ];

    internal IReadOnlyList<TimeSpan> EffectiveWaits => Waits.Count > 0 ? [.. Waits] : DefaultWaits;
}
