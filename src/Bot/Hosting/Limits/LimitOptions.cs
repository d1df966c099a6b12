using System.ComponentModel.DataAnnotations;

namespace TransformingLives.Bot.Hosting.Limits;

/// <summary>How much may come through the doors: section <c>Limits</c>. Each is a number a minute, which may also come all at once; each node counts for itself.</summary>
internal sealed class LimitOptions
{
    public const string Section = "Limits";
    private const int Most = 1_000_000;

    /// <summary>Limits are kept. Off only where somebody measures.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Messages in one conversation.</summary>
    [Range(1, Most)]
    public int MessagesPerMinute { get; set; } = 120;

    /// <summary>Texts, and things said in calls, from one number.</summary>
    [Range(1, Most)]
    public int MessagesPerMinuteByNumber { get; set; } = 40;

    /// <summary>Messages from one address. A library, or a mobile network, is one address for many people.</summary>
    [Range(1, Most)]
    public int MessagesPerMinuteByAddress { get; set; } = 600;

    /// <summary>Conversations begun from one address.</summary>
    [Range(1, Most)]
    public int StartsPerMinuteByAddress { get; set; } = 60;

    /// <summary>Uploads in one conversation, and from one address.</summary>
    [Range(1, Most)]
    public int UploadsPerMinute { get; set; } = 20;

    /// <summary>Polls, reconnects and looks at the page by one token or conversation.</summary>
    [Range(1, Most)]
    public int ReadsPerMinute { get; set; } = 300;

    /// <summary>The same, and questions to the directory, from one address.</summary>
    [Range(1, Most)]
    public int ReadsPerMinuteByAddress { get; set; } = 3_000;
}
