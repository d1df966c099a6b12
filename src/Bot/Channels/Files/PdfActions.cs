using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>Does a PDF run scripts, start programs, or carry other files? Names may be written with escapes, and lie in compressed streams.</summary>
internal static partial class PdfActions
{
    private static readonly string[] Names = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData", "/Encrypt"];

    /// <summary>Most of one stream that is unpacked, in bytes: no bomb fills the memory.</summary>
    private const int LargestStream = 4 * 1024 * 1024;

    public static bool Has(ReadOnlySpan<byte> pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return HasName(text) || Streams(text).Any(HasName);
    }

    private static bool HasName(string text)
    {
        var plain = Escape().Replace(text, escape => ((char)int.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return Names.Any(name => Contains(plain, name));
    }

    // "/JS" is a name; "/JSomething" is another.
    private static bool Contains(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var next = at + name.Length;
            if (next == text.Length || !char.IsAsciiLetterOrDigit(text[next]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Streams(string text)
    {
        for (var at = text.IndexOf("stream", StringComparison.Ordinal); at >= 0; at = text.IndexOf("stream", at + 6, StringComparison.Ordinal))
        {
            var start = at + "stream".Length;
            start += start < text.Length && text[start] == '\r' ? 1 : 0;
            start += start < text.Length && text[start] == '\n' ? 1 : 0;
            if (start + 1 < text.Length && text[start] == 'x' && Unpack(text[start..]) is { } unpacked)
            {
                yield return unpacked;
            }
        }
    }

    private static string? Unpack(string packed)
    {
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(packed)), CompressionMode.Decompress);
            var buffer = new byte[LargestStream];
            var length = unpacking.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.Latin1.GetString(buffer, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    [GeneratedRegex("#([0-9a-fA-F]{2})")]
    private static partial Regex Escape();
}
