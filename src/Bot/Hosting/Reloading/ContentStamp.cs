using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Hosting.Reloading;

/// <summary>The state of all files that content is loaded from, by name, length and time of the last change: the same state has the same stamp.</summary>
internal static class ContentStamp
{
    public static string Of(string content, string directory)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files(content, "*").Concat(Files(directory, DirectoryImport.ManifestName)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc.Ticks}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Editors leave hidden files and copies while they save.
    private static IEnumerable<FileInfo> Files(string folder, string pattern) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles(pattern, SearchOption.AllDirectories).Where(file => !file.Name.StartsWith('.') && !file.Name.EndsWith('~')).OrderBy(file => file.FullName, StringComparer.Ordinal)
        : [];
}
