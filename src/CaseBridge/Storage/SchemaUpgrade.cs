using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Brings one area's tables to today's shape by numbered scripts, forward only: <c>0001_name.sqlite.sql</c>, <c>0001_name.postgres.sql</c>.</summary>
public static class SchemaUpgrade
{
    /// <summary>Applies the scripts that are missing, each in a transaction of its own.</summary>
    /// <exception cref="SchemaTooNewException">The database is newer than the program.</exception>
    public static async Task ApplyAsync(DbConnection connection, StorageProvider provider, Assembly assembly, string area, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(assembly);
        await ExecuteAsync(connection, null, "CREATE TABLE IF NOT EXISTS schema_versions (area TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (area, version))", cancellationToken);
        var scripts = Scripts(assembly, provider, area);
        var current = await CurrentAsync(connection, area, cancellationToken);
        if (current > scripts.Keys.LastOrDefault())
        {
            throw new SchemaTooNewException(area, current, scripts.Keys.LastOrDefault());
        }

        foreach (var (version, resource) in scripts.Where(script => script.Key > current))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var sql = await reader.ReadToEndAsync(cancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, transaction, sql, cancellationToken);
            await ExecuteAsync(connection, transaction, $"INSERT INTO schema_versions (area, version) VALUES ('{area}', {version.ToString(CultureInfo.InvariantCulture)})", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static SortedDictionary<int, string> Scripts(Assembly assembly, StorageProvider provider, string area)
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

    private static async Task<int> CurrentAsync(DbConnection connection, string area, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COALESCE(MAX(version), 0) FROM schema_versions WHERE area = '{area}'";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
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
