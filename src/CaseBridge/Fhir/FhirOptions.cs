using System.ComponentModel.DataAnnotations;

namespace TransformingLives.CaseBridge.Fhir;

/// <summary>How to reach a FHIR R4 server: the section <c>Fhir</c>.</summary>
public sealed class FhirOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Fhir";

    /// <summary>The base of the server, for instance <c>https://cases.example.gov.uk/fhir/R4</c>; empty: no FHIR server.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Begins the systems of our identifiers and codes. It need not lead anywhere, and must not change once referrals were sent.</summary>
    [Required]
    public string IdentifierBase { get; set; } = "https://transforming-lives.example/fhir";

    /// <summary>A fixed bearer token, where the server takes one.</summary>
    public string? BearerToken { get; set; }

    /// <summary>Client id for SMART backend services; then the address, the key and its id are needed too.</summary>
    public string? ClientId { get; set; }

    /// <summary>Where tokens are given out.</summary>
    public Uri? TokenAddress { get; set; }

    /// <summary>A private key, PEM: RSA (signs RS384) or elliptic curve P-384 (ES384).</summary>
    public string? KeyFile { get; set; }

    /// <summary>The key's id in the key set that the server knows.</summary>
    public string? KeyId { get; set; }

    /// <summary>What is asked for.</summary>
    public string Scope { get; set; } = "system/*.cruds";

    /// <summary>How many entries the server takes in one transaction; 0: as many as there are. With fewer than a referral has, person and referral go first and the rest follows.</summary>
    [Range(0, 1000)]
    public int LargestTransaction { get; set; }

    /// <summary>How long the server may take for one request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:25")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the server is asked what became of a referral.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan ReadBackEvery { get; set; } = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClientId is not null && (TokenAddress is null || KeyFile is null || KeyId is null))
        {
            yield return new ValidationResult("Fhir__ClientId is set, so Fhir__TokenAddress, Fhir__KeyFile and Fhir__KeyId are needed too.");
        }

        if (IdentifierBase.IndexOfAny(['?', ',', '|', ' ', '#']) >= 0)
        {
            yield return new ValidationResult("Fhir__IdentifierBase must have no '?', ',', '|', '#' or blank in it.");
        }
    }
}
