using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace TransformingLives.Bot.Records.Backups;

/// <summary>A back-up as one file: a zip archive with the database, the files that people sent, the keys, and a manifest with the hash of each.</summary>
internal static class BackupArchive
{
    /// <summary>The database in the archive.</summary>
    public const string Database = "database";

    private const string Manifest = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes an archive; it stands under its name when it is whole, and on the disk.</summary>
    /// <param name="file">Where.</param>
    /// <param name="parts">The name of each part, and where its bytes are now.</param>
    /// <param name="manifest">What it says of itself, without its parts.</param>
    public static async Task WriteAsync(string file, IEnumerable<(string Name, string Path)> parts, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var half = $"{file}.part";
        try
        {
            await using (var stream = new FileStream(half, NewFile()))
            {
                await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    // A file may be removed, by retention or an erasure, after the list was made.
                    foreach (var (name, path) in parts.Where(part => File.Exists(part.Path)))
                    {
                        manifest = manifest with { Parts = manifest.Parts.Add(await AddAsync(archive, name, path, cancellationToken)) };
                    }

                    await using var last = await archive.CreateEntry(Manifest).OpenAsync(cancellationToken);
                    await JsonSerializer.SerializeAsync(last, manifest, Json, cancellationToken);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(half, file, overwrite: true);
        }
        finally
        {
            // What is not whole doesn't stay: there is personal data in it.
            File.Delete(half);
        }
    }

    /// <summary>Unpacks an archive into a folder and compares every byte with what the manifest says.</summary>
    /// <exception cref="InvalidDataException">It is no back-up, or it is damaged; the sentence says which.</exception>
    public static async Task<BackupManifest> UnpackAsync(string file, string folder, CancellationToken cancellationToken)
    {
        await using var archive = await ZipFile.OpenReadAsync(file, cancellationToken);
        var manifest = await ReadManifestAsync(archive, cancellationToken);
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        foreach (var part in manifest.Parts)
        {
            var path = Path.GetFullPath(Path.Combine(folder, part.Name));
            if (archive.GetEntry(part.Name) is not { } entry || !path.StartsWith(root, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"The back-up is damaged: '{part.Name}' is missing in it.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, overwrite: true, cancellationToken);
            if (await HashAsync(path, cancellationToken) != part.Sha256)
            {
                throw new InvalidDataException($"The back-up is damaged: '{part.Name}' is not what was put in.");
            }
        }

        return manifest;
    }

    private static async Task<BackupPart> AddAsync(ZipArchive archive, string name, string path, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var bytes = File.OpenRead(path);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        var size = 0L;
        for (var read = await bytes.ReadAsync(buffer, cancellationToken); read > 0; read = await bytes.ReadAsync(buffer, cancellationToken))
        {
            hash.AppendData(buffer, 0, read);
            await entry.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            size += read;
        }

        return new BackupPart(name, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, CancellationToken cancellationToken)
    {
        if (archive.GetEntry(Manifest) is not { } entry)
        {
            throw new InvalidDataException("This file is no back-up of this program, or was not written to its end.");
        }

        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(stream, Json, cancellationToken) is { Parts.IsDefault: false } manifest
                ? manifest
                : throw new InvalidDataException("The back-up doesn't say what is in it.");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("The back-up doesn't say what is in it.");
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
    }

    // It holds everything about everybody: nobody else on this machine reads it.
    private static FileStreamOptions NewFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
