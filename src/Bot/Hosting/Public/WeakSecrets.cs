namespace TransformingLives.Bot.Hosting.Public;

/// <summary>Secrets that somebody could guess: too short, too even, or out of an example.</summary>
internal static class WeakSecrets
{
    /// <summary>Shortest secret that is taken in front of the public, in characters. 24 of base64 are 144 bits.</summary>
    public const int Shortest = 24;
    private const int FewestDifferent = 8;

    private static readonly string[] Settings =
    [
        "DirectLine:Secret", "DirectLine:EarlierSecret", "Twilio:AuthToken", "Twilio:EarlierAuthToken", "GovukNotify:ApiKey", "GovukNotify:CallbackToken",
        "Connector:Secret", "Handoff:Chatwoot:AccessToken", "Handoff:Chatwoot:WebhookSecret", "Webhook:Secret", "Desk:OpenIdConnect:ClientSecret",
    ];

    private static readonly string[] OfExamples = ["secret", "password", "changeme", "change-me", "example", "test", "letmein", "qwerty", "123456789"];

    /// <summary>A sentence for each that is set and weak; it names the setting and never the secret.</summary>
    public static IEnumerable<string> In(IConfiguration configuration) =>
        from name in Settings
        let secret = configuration[name] ?? ""
        where secret.Length > 0
        let why = Why(secret)
        where why is not null
        select $"{name.Replace(":", "__", StringComparison.Ordinal)} {why} Draw a new one, for instance with: openssl rand -base64 32";

    private static string? Why(string secret) => secret switch
    {
        { Length: < Shortest } => $"has fewer than {Shortest} characters.",
        _ when secret.Distinct().Count() < FewestDifferent => "is the same few characters again and again.",
        _ when OfExamples.Any(word => secret.Contains(word, StringComparison.OrdinalIgnoreCase)) => "reads like one from an example.",
        _ => null,
    };
}
