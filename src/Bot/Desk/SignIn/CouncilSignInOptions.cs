namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>The council's own sign-in, by OpenID Connect: section <c>Desk:OpenIdConnect</c>, for instance <c>Desk__OpenIdConnect__Authority</c> in the environment.</summary>
public sealed class CouncilSignInOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Desk:OpenIdConnect";

    /// <summary>Who signs people in, for instance <c>https://login.microsoftonline.com/{tenant}/v2.0</c>. Empty: there is none.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the program is called there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>What the program proves itself with there; empty for a public client.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim that never changes for a person: <c>sub</c>; with Microsoft Entra ID <c>oid</c> is the same for all of a council's programs.</summary>
    public string IdClaim { get; set; } = "sub";

    /// <summary>The claim with the name that residents read.</summary>
    public string NameClaim { get; set; } = "name";

    /// <summary>The claim with the roles: <c>roles</c> for the app roles of Microsoft Entra ID, <c>groups</c> where groups are used.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>What a role is called there, where that is not our own name: <c>Desk__OpenIdConnect__Roles__supervisor=ASC-Desk-Supervisors</c>.</summary>
    public Dictionary<string, string> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>There is one.</summary>
    public bool IsOn => Authority.Length > 0;

    /// <summary>What is wrong with the settings, in a sentence; null when nothing is.</summary>
    public string? Problem()
    {
        if (!IsOn)
        {
            return null;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || (authority.Scheme != "https" && !authority.IsLoopback))
        {
            return $"Desk__OpenIdConnect__Authority must be an address that begins with https, and not '{Authority}'.";
        }

        return ClientId.Length == 0
            ? "Desk__OpenIdConnect__ClientId is missing: it is what the council's sign-in calls this program."
            : Roles.Keys.FirstOrDefault(role => !DeskRole.All.Contains(role)) is { } unknown ? $"Desk__OpenIdConnect__Roles__{unknown}: there is no such role. There are: {string.Join(", ", DeskRole.All)}." : null;
    }
}
