namespace TransformingLives.Bot.Desk.SignIn;

/// <summary>How people get to the desk: setting <c>Desk__SignIn</c>.</summary>
internal enum WayIn
{
    /// <summary>Not at all: nothing is set up, and the desk is shut.</summary>
    None,

    /// <summary>A link that is printed at the start; on a developer's machine only.</summary>
    DevelopmentLink,

    /// <summary>The council's own sign-in.</summary>
    OpenIdConnect,
}

/// <summary>Which way in a configuration opens.</summary>
/// <param name="Way">The way.</param>
/// <param name="Council">Settings of the council's sign-in.</param>
internal sealed record DeskDoor(WayIn Way, CouncilSignInOptions Council)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "Desk:SignIn";

    /// <summary>Reads and checks the settings. Nobody gets in by a printed link where a council runs it.</summary>
    /// <exception cref="FormatException">They can't be used; the sentence says why.</exception>
    public static DeskDoor From(IConfiguration configuration, bool isDevelopment)
    {
        var council = configuration.GetSection(CouncilSignInOptions.Section).Get<CouncilSignInOptions>() ?? new CouncilSignInOptions();
        if (council.Problem() is { } problem)
        {
            throw new FormatException(problem);
        }

        var usual = council.IsOn ? WayIn.OpenIdConnect : isDevelopment ? WayIn.DevelopmentLink : WayIn.None;
        var way = configuration[Setting] is { Length: > 0 } named
            ? Enum.TryParse<WayIn>(named, out var known) ? known : throw new FormatException($"Desk__SignIn must be {string.Join(", ", Enum.GetNames<WayIn>())}, and not '{named}'.")
            : usual;
        return way switch
        {
            WayIn.DevelopmentLink when !isDevelopment => throw new FormatException("Desk__SignIn=DevelopmentLink is for a developer's machine. Set up the council's own sign-in: Desk__OpenIdConnect__Authority and Desk__OpenIdConnect__ClientId."),
            WayIn.OpenIdConnect when !council.IsOn => throw new FormatException("Desk__SignIn=OpenIdConnect needs Desk__OpenIdConnect__Authority."),
            _ => new DeskDoor(way, council),
        };
    }
}
