using System.ComponentModel.DataAnnotations;

namespace TransformingLives.CaseBridge.Webhook;

/// <summary>An address that referrals are posted to, for a case system that takes events: the section <c>Webhook</c>.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Webhook";

    private const string SecretPrefix = "whsec_";
    private const int ShortestSecret = 24;

    /// <summary>Where to.</summary>
    [Required]
    public Uri? Address { get; set; }

    /// <summary>What events are signed with: at least 24 bytes, base64, with or without <c>whsec_</c> before it.</summary>
    [Required]
    public string Secret { get; set; } = "";

    /// <summary>Where events come from, as CloudEvents says it; the receiver may tell councils apart by it.</summary>
    [Required]
    public string Source { get; set; } = "https://transforming-lives.example";

    /// <summary>How long the receiver may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    internal byte[] Key => Convert.FromBase64String(Secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? Secret[SecretPrefix.Length..] : Secret);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Address is { IsAbsoluteUri: false } || (Address is not null && Address.Scheme != Uri.UriSchemeHttps && !Address.IsLoopback))
        {
            yield return new ValidationResult("Webhook__Address must begin with https: people's data go there.");
        }

        if (!IsKey(Secret))
        {
            yield return new ValidationResult("Webhook__Secret is at least 24 bytes, base64. Make one with: openssl rand -base64 32");
        }
    }

    private static bool IsKey(string secret)
    {
        var text = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= ShortestSecret;
    }
}
