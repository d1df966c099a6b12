using System.Text.Json.Serialization;

namespace TransformingLives.Knowledge.ServiceDirectory.Records;

/// <summary>Reads records and writes them: words are cleaned as they are read, and what is not known is not written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TextConverter)])]
[JsonSerializable(typeof(OpenReferralService))]
[JsonSerializable(typeof(OpenReferralTaxonomy))]
[JsonSerializable(typeof(OpenReferralTerm))]
internal sealed partial class OpenReferralJson : JsonSerializerContext;
