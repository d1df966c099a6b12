using System.Buffers;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>
/// What a file really is, by its own bytes, and whether it does anything by itself. Only pictures and PDF are taken: photographs of a
/// letter or of a bathroom. The name and the type that a client says are not believed.
/// </summary>
internal static class LookThrough
{
    private static readonly SearchValues<string> Active = SearchValues.Create(["<script", "<html", "<?php", "javascript:", "<!doctype"], StringComparison.OrdinalIgnoreCase);

    /// <summary>What is said of a file that is none of those taken, or can't be read.</summary>
    public const string NotTaken = "Only pictures (JPEG, PNG, WebP) and PDF are taken";

    /// <summary>It is given and kept as it came; anything else is made anew.</summary>
    public const string Pdf = "application/pdf";

    /// <summary>The content type, or why it isn't taken, in a sentence.</summary>
    public static (string? ContentType, string Refusal) At(ReadOnlySpan<byte> bytes)
    {
        var type = TypeOf(bytes);
        if (type is null)
        {
            return (null, NotTaken);
        }

        var isActive = type == Pdf
            ? PdfActions.Has(bytes)
            : System.Text.Encoding.Latin1.GetString(bytes).AsSpan().ContainsAny(Active) || bytes.IndexOf("%PDF-"u8) >= 0;
        return isActive ? (null, "The file holds something that acts by itself, and is not taken") : (type, "");
    }

    private static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        _ => null,
    };
}
