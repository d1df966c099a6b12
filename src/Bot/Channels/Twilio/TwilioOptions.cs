namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>Settings of Twilio: section <c>Twilio</c>.</summary>
public sealed class TwilioOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Twilio";

    /// <summary>The account, <c>AC…</c>.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's auth token: webhooks are signed with it. Empty: Twilio is off.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The auth token before the last change, still accepted; empty when there is none.</summary>
    public string EarlierAuthToken { get; set; } = "";

    /// <summary>Where Twilio's REST API is.</summary>
    public string BaseAddress { get; set; } = "https://api.twilio.com";

    /// <summary>The number that texts are sent from, E.164; empty when a messaging service is used.</summary>
    public string From { get; set; } = "";

    /// <summary>A messaging service to send by, <c>MG…</c>; empty when a number is used.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>The number that rings when a caller wants a person in hours, E.164; empty when there is none.</summary>
    public string DialTo { get; set; } = "";

    /// <summary>A queue of Twilio's that the call waits in instead; empty when there is none.</summary>
    public string Queue { get; set; } = "";

    /// <summary>It is switched on.</summary>
    public bool IsOn => AuthToken.Length > 0;

    /// <summary>Texts can be sent.</summary>
    public bool CanSend => IsOn && AccountSid.Length > 0 && (From.Length > 0 || MessagingServiceSid.Length > 0);
}
