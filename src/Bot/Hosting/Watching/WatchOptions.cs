using System.ComponentModel.DataAnnotations;

namespace TransformingLives.Bot.Hosting.Watching;

/// <summary>When something counts as late: section <c>Watching</c>.</summary>
internal sealed class WatchOptions
{
    public const string Section = "Watching";

    /// <summary>How long work may wait in the outbox before that is told. Default five minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "1.00:00:00")]
    public TimeSpan OutboxLate { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a node that could not store something counts as not ready; then it is tried again. Default half a minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan RestAfterFailure { get; set; } = TimeSpan.FromSeconds(30);
}
