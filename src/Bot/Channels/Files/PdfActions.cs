using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>Does a PDF run scripts, start programs, carry other files, or hide what it does? Names may be written with escapes, and lie in compressed streams.</summary>
internal static partial class PdfActions
{
    // "/GoToR" and "/GoToE" open a file elsewhere, which on a council's machine gives away who is signed in there.
    private static readonly string[] Names = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/Rendition", "/XFA", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Encrypt"];

    public static bool Has(ReadOnlySpan<byte> pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        if (HasName(text))
        {
            return true;
        }

        var streams = new PdfStreams(pdf, text);
        while (streams.Next() is { } stream)
        {
            if (HidesObjects(Plain(stream.Dictionary)) || HasName(stream.Text))
            {
                return true;
            }
        }

        return streams.IsTooMuch;
    }

    // Other packings than the usual one, or one over another, are for pictures; where objects are packed so, somebody does not want them to be read.
    private static bool HidesObjects(string dictionary) => dictionary.Contains("/ObjStm", StringComparison.Ordinal)
        && (dictionary.Contains("/DecodeParms", StringComparison.Ordinal) || OtherPacking().IsMatch(dictionary));

    private static bool HasName(string text) => Plain(text) is var plain && Names.Any(name => Contains(plain, name));

    private static string Plain(string text) =>
        text.Contains('#', StringComparison.Ordinal) ? Escape().Replace(text, escape => ((char)int.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

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

    [GeneratedRegex("#([0-9a-fA-F]{2})")]
    private static partial Regex Escape();

    [GeneratedRegex("/(ASCII85|ASCIIHex|LZW|RunLength|DCT|CCITTFax|JBIG2|JPX|Crypt)")]
    private static partial Regex OtherPacking();
}
