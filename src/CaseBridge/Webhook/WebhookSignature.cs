using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.CaseBridge.Webhook;

/// <summary>Signs what is posted, as the specification "Standard Webhooks" says: HMAC-SHA256 over id, time and body.</summary>
internal static class WebhookSignature
{
    public static void Sign(HttpRequestMessage request, ReferralEvent happened, DateTimeOffset now, byte[] key)
    {
        var seconds = FormattableString.Invariant($"{now.ToUnixTimeSeconds()}");
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{happened.Id}.{seconds}."), .. happened.Body];
        request.Headers.Add("webhook-id", happened.Id);
        request.Headers.Add("webhook-timestamp", seconds);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");
    }
}
