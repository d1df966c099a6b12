using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Whom to ask for.</summary>
internal sealed record OpenReferralContact
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? Name { get; init; }

    public string? Title { get; init; }

    public string? Department { get; init; }

    public string? Email { get; init; }

    public IReadOnlyList<OpenReferralPhone?>? Phones { get; init; }

    public IReadOnlyList<OpenReferralAttribute?>? Attributes { get; init; }
}

/// <summary>A number to ring.</summary>
internal sealed record OpenReferralPhone
{
    public string? Id { get; init; }

    public string? ContactId { get; init; }

    [JsonConverter(typeof(RequiredTextConverter))]
    public string Number { get; init; } = "";

    public string? Type { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<OpenReferralLanguage?>? Languages { get; init; }
}

/// <summary>A language spoken there. The UK profile keeps only ids; feeds give the name or a code of ISO 639.</summary>
internal sealed record OpenReferralLanguage
{
    public string? Id { get; init; }

    public string? ServiceId { get; init; }

    public string? LocationId { get; init; }

    public string? PhoneId { get; init; }

    public string? Name { get; init; }

    public string? Code { get; init; }

    public string? Note { get; init; }
}
