using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;

namespace TransformingLives.Channels.Tests.Canary;

/// <summary>Looks for words in bytes, however they may have been written: UTF-8 or UTF-16, in any case, in base64 or hexadecimal, and as addresses, JSON and HTML escape them.</summary>
internal sealed class Needles
{
    private const int Threes = 3;

    // Up to so many are looked for at once and fast.
    private const int AtOnce = 60;

    // Latin-1 keeps every byte, so that a text stands for bytes.
    private static readonly Encoding Bytes = Encoding.Latin1;
    private readonly Dictionary<string, string> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> inAnyCase = new(StringComparer.Ordinal);
    private readonly SearchValues<string>[] exactly;
    private readonly SearchValues<string>[] anyhow;

    public Needles(params IEnumerable<string> words)
    {
        foreach (var (word, written) in words.SelectMany(word => new[] { word, word.ToLowerInvariant(), word.ToUpperInvariant() }.Distinct().Select(written => (word, written))))
        {
            foreach (var bytes in new[] { Encoding.UTF8.GetBytes(written), Encoding.Unicode.GetBytes(written), Encoding.BigEndianUnicode.GetBytes(written) })
            {
                inAnyCase[Small(bytes)] = word;
                inAnyCase[Convert.ToHexStringLower(bytes)] = word;
                foreach (var base64 in Enumerable.Range(0, Threes).Select(offset => Base64(bytes, offset)))
                {
                    exact[base64] = word;
                    exact[base64.Replace('+', '-').Replace('/', '_')] = word;
                }
            }

            foreach (var escaped in new[] { Uri.EscapeDataString(written), UrlEncoder.Default.Encode(written).Replace("%20", "+", StringComparison.Ordinal), JavaScriptEncoder.Default.Encode(written), HtmlEncoder.Default.Encode(written), Everything(written) })
            {
                inAnyCase[Small(Encoding.ASCII.GetBytes(escaped))] = word;
            }
        }

        (exactly, anyhow) = (Values(exact.Keys), Values(inAnyCase.Keys));
    }

    /// <summary>The words that stand in a text.</summary>
    public string[] In(string text) => In(Encoding.UTF8.GetBytes(text));

    /// <summary>The words that stand in some bytes.</summary>
    public string[] In(byte[] bytes)
    {
        return [.. All(Bytes.GetString(bytes), exactly, exact).Concat(All(Small(bytes), anyhow, inAnyCase)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The words that stand in files of a folder or in their names, each with where it stands. Archives are unpacked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="since">Only files that were written since; all of them when it is left out.</param>
    public string[] InFiles(string folder, DateTime since = default) =>
    [
        .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true })
            .Where(path => File.GetLastWriteTimeUtc(path) >= since)
            .SelectMany(path => In(Path.GetRelativePath(folder, path)).Concat(InFile(path)).Select(word => $"{word} in {Path.GetRelativePath(folder, path)}")),
    ];

    private IEnumerable<string> InFile(string path)
    {
        if (Read(path) is not { Length: > 0 } bytes)
        {
            return [];
        }

        return bytes.AsSpan().StartsWith("PK"u8) ? In(bytes).Concat(InArchive(bytes)) : In(bytes);
    }

    private IEnumerable<string> InArchive(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var unpacked = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(unpacked);
            }

            foreach (var word in In(entry.FullName).Concat(In(unpacked.ToArray())))
            {
                yield return $"{word} ({entry.FullName})";
            }
        }
    }

    // While others have it open, too; whoever made it may have taken it away meanwhile. What has no length may be a pipe, which nobody reads to its end.
    private static byte[]? Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length == 0)
            {
                return null;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<string> All(string text, SearchValues<string>[] values, Dictionary<string, string> words) =>
        values.Any(some => text.AsSpan().ContainsAny(some)) ? words.Where(word => text.Contains(word.Key, StringComparison.Ordinal)).Select(word => word.Value) : [];

    private static SearchValues<string>[] Values(IEnumerable<string> all) => [.. all.Chunk(AtOnce).Select(some => SearchValues.Create(some, StringComparison.Ordinal))];

    private static string Small(byte[] bytes) => Bytes.GetString(Array.ConvertAll(bytes, one => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one));

    /// <summary>What of it stands in base64 whatever is before and behind it.</summary>
    private static string Base64(byte[] bytes, int offset)
    {
        var first = offset == 0 ? 0 : offset + 1;
        var whole = (offset + bytes.Length) / Threes * (Threes + 1);
        return Convert.ToBase64String([.. new byte[offset], .. bytes])[first..whole];
    }

    private static string Everything(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(one => $"%{one:X2}"));
}
