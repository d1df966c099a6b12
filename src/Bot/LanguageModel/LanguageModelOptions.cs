namespace TransformingLives.Bot.LanguageModel;

/// <summary>Settings of the section <c>LanguageModel</c>. Without an endpoint there is none, and nothing of it is made.</summary>
internal sealed record LanguageModelOptions
{
    public const string Section = "LanguageModel";

    /// <summary>Base of an OpenAI-compatible server, for instance <c>http://localhost:8080/v1</c>; null for none.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Name of the model there.</summary>
    public string Model { get; init; } = "";

    /// <summary>Key of the endpoint; empty where it wants none.</summary>
    public string Key { get; init; } = "";

    /// <summary>How long a resident waits for it in one turn, all calls together; then it goes on without.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long an officer waits who asked for a summary.</summary>
    public TimeSpan OfficerDeadline { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Tokens that may be used in a day, London time, by all nodes.</summary>
    public long TokensPerDay { get; init; } = 2_000_000;

    /// <summary>How long it is left alone after it failed half of the time.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <exception cref="FormatException">A setting is wrong; it is named.</exception>
    public static LanguageModelOptions? From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var (address, model) = (section["Endpoint"] ?? "", section["Model"] ?? "");
        if (address.Length == 0 && model.Length == 0)
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"{Section}__Endpoint should be the base address of an OpenAI-compatible server, such as http://localhost:8080/v1, not '{address}'.");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !IsNear(endpoint))
        {
            throw new FormatException($"{Section}__Endpoint should begin with https: what residents write would cross the network unprotected. Only a server on this machine or in the council's own network may be called by http.");
        }

        if (model.Length == 0)
        {
            throw new FormatException($"{Section}__Model is missing: the name of the model at {endpoint}.");
        }

        var otherwise = new LanguageModelOptions();
        return otherwise with
        {
            Endpoint = endpoint,
            Model = model,
            Key = section["Key"] ?? "",
            Deadline = section.GetValue("Deadline", otherwise.Deadline),
            OfficerDeadline = section.GetValue("OfficerDeadline", otherwise.OfficerDeadline),
            TokensPerDay = section.GetValue("TokensPerDay", otherwise.TokensPerDay),
            BreakFor = section.GetValue("BreakFor", otherwise.BreakFor),
        };
    }

    // A name without a dot, or an address that no router passes on.
    private static bool IsNear(Uri endpoint) => endpoint.IsLoopback || !endpoint.Host.Contains('.', StringComparison.Ordinal)
        || endpoint.Host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase) || endpoint.Host.StartsWith("10.", StringComparison.Ordinal) || endpoint.Host.StartsWith("192.168.", StringComparison.Ordinal);
}
