using System.Collections.Immutable;
using System.Data.Common;
using System.Reflection;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>How a database's tables stand to this program, without touching them.</summary>
/// <param name="Area">The area of tables.</param>
/// <param name="Found">The versions in the database, rising.</param>
/// <param name="Known">The versions that this program knows, rising.</param>
public sealed record SchemaState(string Area, ImmutableSortedSet<int> Found, ImmutableSortedSet<int> Known)
{
    /// <summary>Versions that the database lacks.</summary>
    public ImmutableSortedSet<int> Missing => Known.Except(Found);

    /// <summary>A newer program made it: this one must leave it alone.</summary>
    public bool IsTooNew => !Found.IsSubsetOf(Known);

    /// <summary>It is brought up to date at the next start.</summary>
    public bool IsOlder => !Missing.IsEmpty;

    /// <summary>It has later versions than one it lacks: not an older database, but one that something was taken out of, or that two programs have made.</summary>
    public bool HasGap => !Missing.IsEmpty && !Found.IsEmpty && Missing.Min < Found.Max;

    /// <summary>The gap in a sentence; null when there is none.</summary>
    public string? GapInWords => HasGap
        ? $"The database has version {Found.Max} of '{Area}', and version {string.Join(", ", Missing.Where(version => version < Found.Max))} is missing below it. The next start brings in what is missing, or says that it can't; a back-up from before is the surest way back."
        : null;

    /// <summary>The highest version of this area in the database; 0: none.</summary>
    public int Highest => Found.IsEmpty ? 0 : Found.Max;

    /// <summary>The highest version of this area that the program knows; 0: none.</summary>
    public int HighestKnown => Known.IsEmpty ? 0 : Known.Max;

    /// <summary>Looks at one area.</summary>
    public static async Task<SchemaState> ReadAsync(StorageConnections connections, Assembly assembly, string area, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connections);
        ArgumentNullException.ThrowIfNull(assembly);
        var known = SchemaUpgrade.Scripts(assembly, connections.Provider, area).Keys.ToImmutableSortedSet();
        try
        {
            var found = await connections.QueryAsync("SELECT version FROM schema_versions WHERE area = @area", row => row.GetInt32(0), cancellationToken, ("@area", area));
            return new SchemaState(area, [.. found], known);
        }
        catch (DbException exception) when (IsNoTable(exception))
        {
            return new SchemaState(area, [], known);
        }
    }

    private static bool IsNoTable(DbException exception) =>
        exception is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UndefinedTable } or Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 };
}
