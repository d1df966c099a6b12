namespace TransformingLives.Bot.Channels.Connector;

/// <summary>Settings of the Bot Framework connector: section <c>Connector</c>. Off until an app id is set.</summary>
public sealed class ConnectorOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Connector";

    /// <summary>The bot's Microsoft App ID: who tokens must be for. Empty: the connector is off.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The client secret that replies are authorized with.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Who issues the tokens of Azure Bot Service.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>OpenID metadata of the issuer: where its keys are.</summary>
    public Uri Metadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>Where our own tokens come from. A single-tenant bot has its tenant in the place of <c>botframework.com</c>.</summary>
    public Uri TokenAddress { get; set; } = new("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token");

    /// <summary>What they are for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>Hosts that replies may go to, with those below them. Our token goes nowhere else, whatever a message says.</summary>
    public string[] ServiceHosts { get; set; } = ["botframework.com", "smba.trafficmanager.net"];

    /// <summary>Largest activity, in bytes.</summary>
    public int LargestActivity { get; set; } = 256 * 1024;

    /// <summary>A contact centre's hub behind the connector takes conversations by <c>handoff.status</c>. Only where residents can't send events themselves.</summary>
    public bool TakesHandoff { get; set; }

    /// <summary>It is switched on.</summary>
    public bool IsOn => AppId.Length > 0;

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { IsOn: true, Secret.Length: 0 } => "The Bot Framework connector is switched on, so Connector__Secret must be set: replies are authorized with it.",
        { IsOn: true, ServiceHosts.Length: 0 } => "Connector__ServiceHosts must name the hosts that replies may go to.",
        _ => null,
    };

    /// <summary>Replies may go there: https, or the own machine, and a host of the list.</summary>
    public bool IsService(Uri service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return (service.Scheme == Uri.UriSchemeHttps || (service.IsLoopback && service.Scheme == Uri.UriSchemeHttp)) && service.UserInfo.Length == 0
            && ServiceHosts.Any(host => service.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || service.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));
    }
}
