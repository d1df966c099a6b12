using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>Chatwoot's signature of a webhook: <c>sha256=</c> and the HMAC-SHA256 of the time, a dot and the raw body, as hexadecimal digits.</summary>
internal static class ChatwootSignature
{
    public const string Header = "X-Chatwoot-Signature";
    public const string TimeHeader = "X-Chatwoot-Timestamp";
    private const string Prefix = "sha256=";

    /// <summary>A call that was caught on its way is no good later.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>What Chatwoot sends with a body.</summary>
    public static string Of(string secret, string time, ReadOnlySpan<byte> body) =>
        Prefix + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{time}."), .. body]));

    /// <summary>It was made with our secret, and just now.</summary>
    public static bool Holds(string secret, string time, string signature, ReadOnlySpan<byte> body, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Fresh.TotalSeconds
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(secret, time, body)), Encoding.UTF8.GetBytes(signature));
}
