using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TransformingLives.Bot.Channels.Files;

/// <summary>The packed streams of a PDF, one after another, unpacked. So many and so much are looked at and no more: a bomb fills neither memory nor time.</summary>
internal ref struct PdfStreams(ReadOnlySpan<byte> pdf, string text)
{
    /// <summary>Most of one stream that is unpacked, in bytes.</summary>
    private const int LargestStream = 4 * 1024 * 1024;

    /// <summary>Most of all streams together, in bytes. Scanned letters have few, and pictures in them are packed otherwise.</summary>
    private const long LargestTogether = 64L * 1024 * 1024;
    private const int Most = 5_000;
    private const int LongestDictionary = 4096;
    private const string Mark = "stream";

    private readonly byte[] bytes = pdf.ToArray();
    private readonly byte[] buffer = new byte[LargestStream];
    private long together;
    private int count;
    private int from;

    /// <summary>There is more in it than is looked at.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>The next one; null at the end.</summary>
    public PdfStream? Next()
    {
        for (var at = text.IndexOf(Mark, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, from, StringComparison.Ordinal))
        {
            from = at + Mark.Length;
            var start = AfterLineEnd(from);
            if (!IsPacked(start))
            {
                continue;
            }

            if (++count > Most || together > LargestTogether)
            {
                IsTooMuch = true;
                return null;
            }

            if (Unpack(start) is { } unpacked)
            {
                return new PdfStream(DictionaryBefore(at), unpacked);
            }
        }

        return null;
    }

    private readonly int AfterLineEnd(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return at;
    }

    // RFC 1950: the method is 8, the window is no larger than 32 KB, and both bytes together are a multiple of 31.
    private readonly bool IsPacked(int at) => at + 1 < bytes.Length && (bytes[at] & 0x0F) == 8 && bytes[at] >> 4 <= 7 && BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)) % 31 == 0;

    private readonly string DictionaryBefore(int at)
    {
        var earliest = Math.Max(0, at - LongestDictionary);
        var start = text.LastIndexOf("obj", at, at - earliest, StringComparison.Ordinal);
        return text[(start < 0 ? earliest : start)..at];
    }

    private string? Unpack(int start)
    {
        try
        {
            using var unpacking = new ZLibStream(new MemoryStream(bytes, start, bytes.Length - start), CompressionMode.Decompress);
            var length = unpacking.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            together += length;
            return Encoding.Latin1.GetString(buffer, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

/// <summary>A packed stream.</summary>
/// <param name="Dictionary">What is written before it: its type and how it is packed.</param>
/// <param name="Text">What is in it, each byte a character.</param>
internal sealed record PdfStream(string Dictionary, string Text);
