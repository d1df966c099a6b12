using System.Collections.Immutable;
using System.Data.Common;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Is the database whole, as far as its engine can tell?</summary>
public static class DatabaseIntegrity
{
    private const int Shown = 20;

    /// <summary>What is wrong, in words; empty when nothing is.</summary>
    public static async Task<ImmutableArray<string>> FaultsAsync(StorageConnections connections, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        try
        {
            return connections.Provider == StorageProvider.SQLite ? await OfSqliteAsync(connections, cancellationToken) : await OfPostgresAsync(connections, cancellationToken);
        }
        catch (DbException exception)
        {
            return [$"The database can't be read: {exception.Message.ReplaceLineEndings(" ")}"];
        }
    }

    private static async Task<ImmutableArray<string>> OfSqliteAsync(StorageConnections connections, CancellationToken cancellationToken)
    {
        var pages = await connections.QueryAsync("PRAGMA integrity_check", row => row.GetString(0), cancellationToken);
        var links = await connections.QueryAsync("PRAGMA foreign_key_check", row => $"A row of {row.GetString(0)} belongs to a row of {row.GetString(2)} that isn't there.", cancellationToken);
        return [.. pages.Where(line => line != "ok").Concat(links.Distinct()).Take(Shown)];
    }

    // Reading every row finds pages that can't be read; checksums, where the cluster has them, find those that changed.
    private static async Task<ImmutableArray<string>> OfPostgresAsync(StorageConnections connections, CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        foreach (var table in await connections.QueryAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1", row => row.GetString(0), cancellationToken))
        {
            try
            {
                await connections.QueryAsync($"SELECT COUNT(*) FROM {table} AS kept WHERE length(kept::text) < 0", row => row.GetInt64(0), cancellationToken);
            }
            catch (DbException exception)
            {
                faults.Add($"The table {table} can't be read: {exception.Message.ReplaceLineEndings(" ")}");
            }
        }

        return faults.ToImmutable();
    }
}
