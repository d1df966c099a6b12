using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.CaseBridge.Webhook;

/// <summary>A referral as a CloudEvent (version 1.0, JSON, structured). The same referral sent again is the same event, byte for byte.</summary>
/// <param name="Id">Its id: a receiver that has seen it lets it pass.</param>
/// <param name="Body">The event.</param>
internal sealed record ReferralEvent(string Id, byte[] Body)
{
    /// <summary>Content type of an event.</summary>
    public const string ContentType = "application/cloudevents+json";

    private const string Submitted = "uk.gov.transforming-lives.referral.submitted.v1";

    public static ReferralEvent Of(Referral referral, string source)
    {
        var json = ReferralJson.Write(referral);

        // Mended by staff and sent again it is another event about the same referral: the receiver must not let that pass.
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
        var id = FormattableString.Invariant($"{referral.Id}-{referral.Revision}-{version}");
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("specversion", "1.0");
            writer.WriteString("id", id);
            writer.WriteString("source", source);
            writer.WriteString("type", Submitted);
            writer.WriteString("subject", referral.Reference);
            writer.WriteString("time", referral.CreatedAt.ToUniversalTime());
            writer.WriteString("datacontenttype", "application/json");
            writer.WriteStartObject("data");
            writer.WritePropertyName("referral");
            writer.WriteRawValue(json);
            writer.WriteString("document", ReferralDocument.Html(referral));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new ReferralEvent(id, stream.ToArray());
    }
}
