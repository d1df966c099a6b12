using System.Security.Cryptography;
using System.Text.Json;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>The folder of one imported feed. New records are written aside; that they count is one move of a small file.</summary>
/// <param name="Path">For instance <c>data/directory/example-county</c>.</param>
internal sealed record FeedFolder(string Path)
{
    public const string ManifestName = "feed.json";

    private string ManifestPath => System.IO.Path.Combine(Path, ManifestName);

    /// <summary>Folders of all feeds below a folder, by name.</summary>
    public static IEnumerable<FeedFolder> All(string? directory) => Directory.Exists(directory)
        ? Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal).Select(path => new FeedFolder(path)).Where(feed => File.Exists(feed.ManifestPath))
        : [];

    /// <summary>What counts now; null when nothing has been imported, or the file can't be read.</summary>
    public FeedManifest? Read()
    {
        try
        {
            return File.Exists(ManifestPath) ? JsonSerializer.Deserialize(File.ReadAllBytes(ManifestPath), FeedManifestJson.Default.FeedManifest) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>The records that count, one a line.</summary>
    /// <exception cref="IOException">The file is gone or can't be read.</exception>
    public byte[] ReadRecords(FeedManifest manifest) => File.ReadAllBytes(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(manifest.Records)));

    /// <summary>Puts records in place of those that counted.</summary>
    /// <param name="records">One a line, in an order that doesn't change.</param>
    /// <returns>False when they are the same as before: then nothing is touched.</returns>
    public bool Write(string name, string from, byte[] records, int count, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(records));
        var before = Read();
        if (before?.Hash == hash && File.Exists(System.IO.Path.Combine(Path, before.Records)))
        {
            return false;
        }

        Directory.CreateDirectory(Path);
        var file = $"services-{hash[..16]}.ndjson";
        WriteAside(System.IO.Path.Combine(Path, file), records);
        WriteAside(ManifestPath, JsonSerializer.SerializeToUtf8Bytes(new FeedManifest(name, from, now, count, file, hash), FeedManifestJson.Default.FeedManifest));
        foreach (var old in Directory.EnumerateFiles(Path, "services-*.ndjson").Where(old => System.IO.Path.GetFileName(old) != file))
        {
            File.Delete(old);
        }

        return true;
    }

    // Flushed before the move: what has the name is whole, also after a power cut.
    private static void WriteAside(string path, byte[] bytes)
    {
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        using (var file = new FileStream(aside, FileMode.CreateNew))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
