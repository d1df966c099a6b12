using System.Text;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Tests.Records.AtRest;

/// <summary>A council's data as somebody has it who took the disk: every byte of every file, and on PostgreSQL every row of every table.</summary>
internal static class RawData
{
    /// <summary>The words that can be read in it, of those that are looked for.</summary>
    public static async Task<string[]> ReadableAsync(StorageConnections connections, string folder, IEnumerable<string> words)
    {
        var rows = connections.Provider == StorageProvider.SQLite ? "" : await RowsAsync(connections);
        return [.. words.Where(word => rows.Contains(word, StringComparison.OrdinalIgnoreCase)).Concat(InFiles(folder, words)).Distinct()];
    }

    /// <summary>The words that can be read in the files of a folder.</summary>
    public static string[] InFiles(string folder, IEnumerable<string> words)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(Bytes).ToList();
        return [.. words.Where(word => files.Any(file => file.Contains(word, StringComparison.OrdinalIgnoreCase)))];
    }

    // While others have it open, too. Latin-1 keeps every byte.
    private static string Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static async Task<string> RowsAsync(StorageConnections connections)
    {
        var all = new StringBuilder();
        foreach (var table in await connections.QueryAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()", row => row.GetString(0), default))
        {
            foreach (var row in await connections.QueryAsync($"SELECT kept::text FROM {table} AS kept", row => row.GetString(0), default))
            {
                all.AppendLine(row);
            }
        }

        return all.ToString();
    }
}
