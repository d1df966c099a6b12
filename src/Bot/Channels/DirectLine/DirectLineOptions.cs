namespace TransformingLives.Bot.Channels.DirectLine;

/// <summary>Settings of Direct Line: section <c>DirectLine</c>, for instance <c>DirectLine__Secret</c> in the environment.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "DirectLine";

    /// <summary>Shortest secret that is taken, in characters.</summary>
    public const int ShortestSecret = 16;

    /// <summary>What a council's own server proves itself with, and what tokens are signed with. Empty: Direct Line is off.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The secret before the last change: still accepted, while clients move over. Empty when there is none.</summary>
    public string EarlierSecret { get; set; } = "";

    /// <summary>Web sites whose pages may use Direct Line from a browser, for instance <c>https://www.example.gov.uk</c>.</summary>
    public string[] AllowedOrigins { get; set; } = [];

    /// <summary>How long a token lives, in minutes. Microsoft's client renews it every 15 minutes, so never less than 30.</summary>
    public int TokenMinutes { get; set; } = 30;

    /// <summary>Largest activity, in bytes.</summary>
    public int LargestActivity { get; set; } = 256 * 1024;

    /// <summary>Largest file that is taken, in bytes.</summary>
    public int LargestFile { get; set; } = 10 * 1024 * 1024;

    /// <summary>It is switched on.</summary>
    public bool IsOn => Secret.Length > 0;

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { Secret.Length: > 0 and < ShortestSecret } or { EarlierSecret.Length: > 0 and < ShortestSecret } => $"A secret of Direct Line needs {ShortestSecret} characters or more.",
        { TokenMinutes: < 30 } => "DirectLine__TokenMinutes must be 30 or more.",
        _ => null,
    };
}
