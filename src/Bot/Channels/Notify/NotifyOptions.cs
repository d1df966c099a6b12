namespace TransformingLives.Bot.Channels.Notify;

/// <summary>Settings of GOV.UK Notify: section <c>GovukNotify</c>. Off until an API key is set.</summary>
public sealed class NotifyOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "GovukNotify";

    private const int Uuid = 36;

    /// <summary>An API key of the council's service: its name, the service's id and the secret, as Notify shows it.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>A text message template that says <c>((body))</c> and nothing else.</summary>
    public string TemplateId { get; set; } = "";

    /// <summary>What Notify proves itself with when it calls us. Empty: it may not.</summary>
    public string CallbackToken { get; set; } = "";

    /// <summary>Whom texts come from, an id of Notify; empty for the service's default.</summary>
    public string SmsSenderId { get; set; } = "";

    /// <summary>Where the API is.</summary>
    public string BaseAddress { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>It is switched on.</summary>
    public bool IsOn => ApiKey.Length > 0;

    /// <summary>Notify may call us.</summary>
    public bool MayCall => IsOn && CallbackToken.Length > 0;

    /// <summary>The service's id, who issues our tokens.</summary>
    public string ServiceId => ApiKey[^(Uuid * 2 + 1)..^(Uuid + 1)];

    /// <summary>The secret that they are signed with.</summary>
    public string Secret => ApiKey[^Uuid..];

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { IsOn: false } => null,
        { ApiKey.Length: < (Uuid * 2) + 2 } => "GovukNotify__ApiKey is too short: copy the whole key, with its name in front.",
        _ when !Guid.TryParse(ServiceId, out _) || !Guid.TryParse(Secret, out _) => "GovukNotify__ApiKey is no key of Notify: it ends with two ids.",
        _ when !Guid.TryParse(TemplateId, out _) => "GovukNotify__TemplateId must be the id of a text message template that says ((body)).",
        { CallbackToken.Length: > 0 and < 16 } => "GovukNotify__CallbackToken needs 16 characters or more.",
        _ => null,
    };
}
