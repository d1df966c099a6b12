using System.Security.Cryptography;
using System.Text;

namespace TransformingLives.Bot.Channels.Twilio;

/// <summary>
/// The signature of Twilio's webhooks: base64 of HMAC-SHA1, with the auth token, over the address and each form field, sorted by name.
/// As Twilio's own library for Node does it, held against it by tests.
/// </summary>
internal static class TwilioSignature
{
    /// <summary>True when one of the auth tokens has signed it. Takes the same time whichever sign is wrong.</summary>
    /// <param name="address">The public address that Twilio was given, with its query as written.</param>
    public static bool IsGood(string signature, string address, IReadOnlyList<KeyValuePair<string, string>> form, IEnumerable<string> authTokens)
    {
        var given = Encoding.ASCII.GetBytes(signature);
        var isGood = false;
        foreach (var token in authTokens)
        {
            foreach (var variant in Variants(address))
            {
                isGood |= CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(Of(variant, form, token)));
            }
        }

        return isGood;
    }

    /// <summary>The signature for an address and a form.</summary>
    public static string Of(string address, IReadOnlyList<KeyValuePair<string, string>> form, string authToken)
    {
        var signed = new StringBuilder(address);
        foreach (var field in form.GroupBy(field => field.Key, StringComparer.Ordinal).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Select(one => one.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                signed.Append(field.Key).Append(value);
            }
        }

        // Twilio signs with SHA-1; as a keyed hash it still holds.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    // Twilio's own servers do not agree whether the port is part of the address.
    private static IEnumerable<string> Variants(string address)
    {
        yield return address;
        if (Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            var afterAuthority = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
            var at = afterAuthority.IndexOfAny(['/', '?']);
            var rest = at < 0 ? "" : afterAuthority[at..];
            var authority = at < 0 ? afterAuthority : afterAuthority[..at];
            var hasPort = authority.EndsWith($":{uri.Port}", StringComparison.Ordinal);
            yield return hasPort ? $"{uri.Scheme}://{authority[..^$":{uri.Port}".Length]}{rest}" : $"{uri.Scheme}://{authority}:{uri.Port}{rest}";
        }
    }
}
