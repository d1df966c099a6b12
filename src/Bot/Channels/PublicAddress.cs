namespace TransformingLives.Bot.Channels;

/// <summary>Where the world finds this program: the setting <c>PublicBaseAddress</c>, for instance <c>https://care.example.gov.uk</c>; null when it is not set.</summary>
public sealed record PublicAddress(Uri? Configured)
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "PublicBaseAddress";

    /// <summary>The world reaches this program by https, whoever ends it.</summary>
    public bool IsHttps => Configured?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads and checks the setting.</summary>
    /// <exception cref="FormatException">It is set and is no http or https address.</exception>
    public static PublicAddress From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return new PublicAddress((Uri?)null);
        }

        return Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? new PublicAddress(address)
            : throw new FormatException($"{Setting} must be the public address of this program, for instance https://care.example.gov.uk, and not '{text}'.");
    }

    /// <summary>
    /// The public address without a slash at its end. Without the setting it is what the request says of itself, and what a trusted
    /// proxy says of it: that is good enough to tell a client where its own stream is, and never good enough to check a signature.
    /// </summary>
    public string For(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Configured is not null)
        {
            return Configured.AbsoluteUri.TrimEnd('/');
        }

        return $"{request.Scheme}://{request.Host}";
    }
}
