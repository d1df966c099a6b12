using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>How a database's tables stand to this program, without touching them.</summary>
/// <param name="Area">The area of tables.</param>
/// <param name="Found">The highest version in the database; 0: none.</param>
/// <param name="Known">The highest that this program knows.</param>
public sealed record SchemaState(string Area, int Found, int Known)
{
    /// <summary>A newer program made it: this one must leave it alone.</summary>
    public bool IsTooNew => Found > Known;

    /// <summary>It is brought up to date at the next start.</summary>
    public bool IsOlder => Found < Known;

    /// <summary>Looks at one area.</summary>
    public static async Task<SchemaState> ReadAsync(StorageConnections connections, Assembly assembly, string area, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(assembly);
        var ending = connections.Provider == StorageProvider.SQLite ? $"_{area}.sqlite.sql" : $"_{area}.postgres.sql";
        var known = assembly.GetManifestResourceNames().Where(name => name.EndsWith(ending, StringComparison.Ordinal)).Select(name => int.Parse(name[..^ending.Length][^4..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max();
        try
        {
            var found = await connections.QueryAsync("SELECT version FROM schema_versions WHERE area = @area", row => row.GetInt32(0), cancellationToken, ("@area", area));
            return new SchemaState(area, found.DefaultIfEmpty().Max(), known);
        }
        catch (DbException exception) when (IsNoTable(exception))
        {
            return new SchemaState(area, 0, known);
        }
    }

    private static bool IsNoTable(DbException exception) =>
        exception is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UndefinedTable } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 };
}
