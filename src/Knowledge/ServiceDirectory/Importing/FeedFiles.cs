using System.Collections.Immutable;
using TransformingLives.Knowledge.ServiceDirectory.Records;

namespace TransformingLives.Knowledge.ServiceDirectory.Importing;

/// <summary>Reads a feed from a file or from all files of a folder: JSON, JSON lines, and CSV tables as far as they go.</summary>
internal static class FeedFiles
{
    private const long LongestFile = 1_000_000_000;
    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl"];

    public static FeedContents Read(string path, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            return Read(Path.GetDirectoryName(Path.GetFullPath(path))!, [Path.GetFullPath(path)], cancellationToken);
        }

        if (!Directory.Exists(path))
        {
            return FeedContents.Refused($"There is no file or folder '{path}'.");
        }

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsRead).Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0
            ? Read(path, files, cancellationToken)
            : FeedContents.Refused($"The folder '{path}' has no .json, .ndjson or services.csv file.");
    }

    private static bool IsRead(string path) => Endings.Contains(Path.GetExtension(path).ToLowerInvariant()) || Path.GetFileName(path).Equals("services.csv", StringComparison.OrdinalIgnoreCase);

    private static FeedContents Read(string root, string[] files, CancellationToken cancellationToken)
    {
        var records = ImmutableArray.CreateBuilder<FeedRecord>();
        var unreadable = ImmutableArray.CreateBuilder<LeftOutRecord>();
        foreach (var path in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            try
            {
                var length = new FileInfo(path).Length;
                if (length > LongestFile)
                {
                    unreadable.Add(new LeftOutRecord(name, "", "", "", $"The file has {length:N0} bytes; at most {LongestFile:N0} are taken. None of it was taken."));
                }
                else if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    records.AddRange(CsvRecords.Read(name, path));
                }
                else
                {
                    Add(name, File.ReadAllBytes(path), records, unreadable);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CsvHelper.CsvHelperException)
            {
                unreadable.Add(new LeftOutRecord(name, "", "", "", "The file can't be read. None of it was taken."));
            }
        }

        return new FeedContents(records.ToImmutable(), unreadable.ToImmutable());
    }

    private static void Add(string name, byte[] utf8, ImmutableArray<FeedRecord>.Builder records, ImmutableArray<LeftOutRecord>.Builder unreadable)
    {
        var read = Path.GetExtension(name).ToLowerInvariant() is ".ndjson" or ".jsonl" ? JsonRecords.OfLines(utf8) : JsonRecords.Of(utf8);
        if (read.BrokenAt > 0)
        {
            unreadable.Add(new LeftOutRecord(name, "", "", "", $"The file stops being JSON at line {read.BrokenAt}. None of it was taken."));
            return;
        }

        records.AddRange(read.Records.Select((record, index) => new FeedRecord($"{name}[{index}]", record.Json)));
    }
}
