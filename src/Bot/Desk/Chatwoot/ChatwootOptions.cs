namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>Settings of a desk in Chatwoot: section <c>Handoff:Chatwoot</c>. Off until an address is set.</summary>
public sealed class ChatwootOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Handoff:Chatwoot";

    private const int ShortestSecret = 16;

    /// <summary>Where Chatwoot is, for instance <c>https://chatwoot.example.gov.uk</c>.</summary>
    public string Address { get; set; } = "";

    /// <summary>Number of the account, as in the address of its pages.</summary>
    public int AccountId { get; set; }

    /// <summary>Identifier of an inbox of the kind "API".</summary>
    public string InboxIdentifier { get; set; } = "";

    /// <summary>Access token of an agent of that inbox who is this program.</summary>
    public string AccessToken { get; set; } = "";

    /// <summary>What Chatwoot signs its webhooks with.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>It is switched on.</summary>
    public bool IsOn => Address.Length > 0;

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    public string? Problem() => this switch
    {
        { IsOn: false, InboxIdentifier.Length: > 0 } or { IsOn: false, AccessToken.Length: > 0 } => "Handoff__Chatwoot__Address is missing: where is Chatwoot?",
        { IsOn: false } => null,
        _ when !Uri.TryCreate(Address, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback) => "Handoff__Chatwoot__Address must begin with https: what people say goes there.",
        { AccountId: <= 0 } => "Handoff__Chatwoot__AccountId must be the number of the account in Chatwoot.",
        { InboxIdentifier.Length: 0 } => "Handoff__Chatwoot__InboxIdentifier is missing: Chatwoot shows it in the settings of an inbox of the kind API.",
        { AccessToken.Length: 0 } => "Handoff__Chatwoot__AccessToken is missing: the access token of an agent of the inbox.",
        { WebhookSecret.Length: < ShortestSecret } => $"Handoff__Chatwoot__WebhookSecret is missing or shorter than {ShortestSecret} characters: without it anybody could speak as an officer.",
        _ => null,
    };
}
