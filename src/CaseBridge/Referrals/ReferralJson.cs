using System.Text.Json;
using System.Text.Json.Serialization;

namespace TransformingLives.CaseBridge.Referrals;

/// <summary>A referral as JSON: as it is stored, sent and exported.</summary>
public static class ReferralJson
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Writes it on one line.</summary>
    public static string Write(Referral referral) => JsonSerializer.Serialize(referral, Options);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It isn't a referral.</exception>
    public static Referral Read(string json) => JsonSerializer.Deserialize<Referral>(json, Options) ?? throw new JsonException("A referral is empty.");
}
