using System.ComponentModel.DataAnnotations;

namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>Settings of reloading: section <c>Reload</c>.</summary>
internal sealed class ReloadOptions
{
    public const string Section = "Reload";

    /// <summary>How often the content's files are looked at, in seconds; 0 is never. Default 2.</summary>
    [Range(0, 3_600)]
    public int Seconds { get; set; } = 2;

    /// <summary>How long new content waits until the meaning of its texts is learnt, in seconds; afterwards it is found by its words until then. Default 60.</summary>
    [Range(0, 3_600)]
    public int LessonSeconds { get; set; } = 60;
}
