using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Brings one area's tables to today's shape by numbered scripts, forward only: <c>0001_name.sqlite.sql</c>, <c>0001_name.postgres.sql</c>.</summary>
public static class SchemaUpgrade
{
    /// <summary>Lets one session at a time change the tables, until its transaction ends.</summary>
    internal const string PostgresLock = "SELECT pg_advisory_xact_lock(72013)";

    /// <summary>Applies the scripts that are missing, each in a transaction of its own.</summary>
    /// <exception cref="SchemaTooNewException">The database is newer than the program.</exception>
    /// <exception cref="SchemaBrokenException">The tables are not what their version numbers say.</exception>
    public static async Task ApplyAsync(DbConnection connection, StorageProvider provider, Assembly assembly, string area, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(assembly);
        await CreateVersionsAsync(connection, provider, cancellationToken);
        var scripts = Scripts(assembly, provider, area);
        var applied = await AppliedAsync(connection, null, area, cancellationToken);
        if (applied.LastOrDefault(version => !scripts.ContainsKey(version)) is var unknown and > 0)
        {
            throw new SchemaTooNewException(area, unknown, scripts.Keys.LastOrDefault());
        }

        // By what is missing, not by the highest number: two branches of work may have met in between.
        foreach (var (version, resource) in scripts.Where(script => !applied.Contains(script.Key)))
        {
            try
            {
                await ApplyOneAsync(connection, provider, area, version, await TextAsync(assembly, resource, cancellationToken), cancellationToken);
            }
            catch (DbException exception) when (IsOfTheScript(exception))
            {
                throw new SchemaBrokenException(area, version, isBelow: version < applied.Max, exception);
            }
        }
    }

    // A statement that doesn't fit the tables; not a disk that is full or a server that is away.
    private static bool IsOfTheScript(DbException exception) => exception is Microsoft.Data.Sqlite.SqliteException { SqliteErrorCode: 1 or 19 }
        || (exception is Npgsql.PostgresException { SqlState: var state } && (state.StartsWith("42", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal)) && state != Npgsql.PostgresErrorCodes.InsufficientPrivilege);

    private static async Task CreateVersionsAsync(DbConnection connection, StorageProvider provider, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, transaction, provider, cancellationToken);
        await ExecuteAsync(connection, transaction, "CREATE TABLE IF NOT EXISTS schema_versions (area TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (area, version))", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // SQLite's transactions are immediate: one at a time already. PostgreSQL gives the lock back when the transaction ends.
    private static Task LockAsync(DbConnection connection, DbTransaction transaction, StorageProvider provider, CancellationToken cancellationToken) =>
        provider == StorageProvider.PostgreSQL
            ? ExecuteAsync(connection, transaction, PostgresLock, cancellationToken)
            : Task.CompletedTask;

    // The script and its number go in together. The number is looked at again under a lock: another node may be starting too.
    private static async Task ApplyOneAsync(DbConnection connection, StorageProvider provider, string area, int version, string sql, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, transaction, provider, cancellationToken);
        if (!(await AppliedAsync(connection, transaction, area, cancellationToken)).Contains(version))
        {
            await ExecuteAsync(connection, transaction, sql, cancellationToken);
            await ExecuteAsync(connection, transaction, $"INSERT INTO schema_versions (area, version) VALUES ('{area}', {version.ToString(CultureInfo.InvariantCulture)})", cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The scripts of an area from a version on, with their numbers, as one script for a database that lacks all of them.</summary>
    internal static async Task<string> TextsAsync(Assembly assembly, StorageProvider provider, string area, int from, CancellationToken cancellationToken)
    {
        var all = new System.Text.StringBuilder();
        foreach (var (version, resource) in Scripts(assembly, provider, area).Where(script => script.Key >= from))
        {
            all.Append(await TextAsync(assembly, resource, cancellationToken)).Append(CultureInfo.InvariantCulture, $"\nINSERT INTO schema_versions (area, version) VALUES ('{area}', {version});\n");
        }

        return all.ToString();
    }

    private static async Task<string> TextAsync(Assembly assembly, string resource, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>The scripts of an area, by number.</summary>
    internal static SortedDictionary<int, string> Scripts(Assembly assembly, StorageProvider provider, string area)
    {
        var ending = provider == StorageProvider.SQLite ? $"_{area}.sqlite.sql" : $"_{area}.postgres.sql";
        var scripts = new SortedDictionary<int, string>();
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.EndsWith(ending, StringComparison.Ordinal)))
        {
            var number = resource[..^ending.Length];
            scripts.Add(int.Parse(number[^4..], CultureInfo.InvariantCulture), resource);
        }

        return scripts;
    }

    private static async Task<SortedSet<int>> AppliedAsync(DbConnection connection, DbTransaction? transaction, string area, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT version FROM schema_versions WHERE area = '{area}'";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new SortedSet<int>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetInt32(0));
        }

        return applied;
    }

    private static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The scripts are our own, from this assembly.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
