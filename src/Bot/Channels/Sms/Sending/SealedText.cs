using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Words that are kept sealed until they are sent, and then not at all: a text with a code.</summary>
internal sealed class SealedText(IDataProtectionProvider protection)
{
    private const string Prefix = "sealed:";
    private readonly IDataProtector protector = protection.CreateProtector("outgoing-text");

    public string Seal(string words) => $"{Prefix}{protector.Protect(words)}";

    /// <summary>The text with its words open; null when they were sealed with keys that are gone.</summary>
    public OutgoingText? Open(OutgoingText text)
    {
        if (!text.Body.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return text;
        }

        try
        {
            return text with { Body = protector.Unprotect(text.Body[Prefix.Length..]) };
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
