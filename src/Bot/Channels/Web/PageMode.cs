namespace TransformingLives.Bot.Channels.Web;

/// <summary>Where the resident page is shown.</summary>
internal enum PageMode
{
    /// <summary>On its own.</summary>
    Own,

    /// <summary>In a frame on another page of the council.</summary>
    Framed,

    /// <summary>On a computer that many people use, such as a library's.</summary>
    Kiosk,
}

/// <summary>The modes as addresses and words of a form.</summary>
internal static class PageModes
{
    public const string Field = "shown";
    public const string Kiosk = "/kiosk";
    public const string Framed = "/embed";

    /// <summary>Where the page of a mode is.</summary>
    public static string Path(this PageMode mode) => mode switch
    {
        PageMode.Framed => Framed,
        PageMode.Kiosk => Kiosk,
        _ => "/chat",
    };

    /// <summary>The mode that a form says; the page on its own for anything else.</summary>
    public static PageMode Read(string? said) => said switch
    {
        "framed" => PageMode.Framed,
        "kiosk" => PageMode.Kiosk,
        _ => PageMode.Own,
    };

    /// <summary>As a form says it.</summary>
    public static string Word(this PageMode mode) => mode.ToString().ToLowerInvariant();
}
