using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>A copy of the whole database as it is at one moment, and back, while the program runs.</summary>
public sealed class DatabaseCopy(StorageConnections connections)
{
    /// <summary>The version of the tables of this module that first has a table of keys.</summary>
    private const int KeysFrom = 20;
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    /// <summary>Writes the copy: a SQLite file, or what <c>pg_dump</c> writes. People's keys are not in it: they have a file of their own.</summary>
    /// <exception cref="CopyFailedException">It could not be written.</exception>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (connections.Provider == StorageProvider.PostgreSQL)
        {
            await PostgresProgram.RunOnDatabaseAsync("pg_dump", connections, ["--format=custom", "--no-owner", "--no-privileges", "--exclude-table-data=person_keys", $"--lock-wait-timeout={PostgresProgram.LongestWait}", $"--file={file}"], cancellationToken);
            return;
        }

        await CopyAsync(connections, OneFile(file), cancellationToken);
        await using var copy = await OneFile(file).OpenAsync(cancellationToken);
        await KeyRows.EmptyAsync(copy, cancellationToken);
        await using var settle = copy.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode = DELETE";
        await settle.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Writes people's keys, also that they were erased.</summary>
    public Task WriteKeysAsync(string file, CancellationToken cancellationToken) => KeysFile.WriteAsync(file, KeyRows.ReadAsync(connections, cancellationToken), cancellationToken);

    /// <summary>
    /// Puts a copy in the place of what is there, all or nothing; the tables are then as old as the copy, but for the keys: those that are known today stay, with
    /// those that a keys file brings. Whoever was erased since the copy was made stays so. Whoever writes meanwhile waits.
    /// </summary>
    /// <param name="file">The copy; on SQLite it is changed.</param>
    /// <param name="brought">Keys out of a file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="CopyFailedException">Nothing was changed.</exception>
    public async Task RestoreAsync(string file, ImmutableArray<KeptKey> brought, CancellationToken cancellationToken)
    {
        var known = new List<KeptKey>();
        await foreach (var key in KeyRows.ReadAsync(connections, cancellationToken))
        {
            known.Add(key);
        }

        var keys = MergeKeys.Of(known, brought);
        if (connections.Provider == StorageProvider.PostgreSQL)
        {
            await RestorePostgresAsync(file, keys, cancellationToken);
            return;
        }

        await PutKeysAsync(file, keys, cancellationToken);
        await CopyAsync(OneFile(file), connections, cancellationToken);
    }

    /// <summary>Puts keys into a copy of SQLite, to look into it.</summary>
    /// <exception cref="CopyFailedException">The file is no database.</exception>
    public static async Task PutKeysAsync(string file, ImmutableArray<KeptKey> keys, CancellationToken cancellationToken)
    {
        try
        {
            await using var copy = await OneFile(file).OpenAsync(cancellationToken);

            // An older one has no table for them yet.
            await SchemaUpgrade.ApplyAsync(copy, StorageProvider.SQLite, typeof(DatabaseCopy).Assembly, "cases", cancellationToken);
            await KeyRows.PutAsync(copy, keys, cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            throw new CopyFailedException("The file is damaged, or is no database. Nothing was changed.", exception);
        }
    }

    // What a newer version of the program made is not in an older copy, and would stand in its way: all goes first, in the transaction that brings the copy in.
    private async Task RestorePostgresAsync(string file, ImmutableArray<KeptKey> keys, CancellationToken cancellationToken)
    {
        var (before, script, after) = ($"{file}.before.sql", $"{file}.sql", $"{file}.keys.sql");
        try
        {
            await File.WriteAllTextAsync(before, PostgresEmptying.Script, cancellationToken);
            await File.WriteAllTextAsync(after, KeyRows.Script(keys, await SchemaUpgrade.TextsAsync(typeof(DatabaseCopy).Assembly, StorageProvider.PostgreSQL, "cases", KeysFrom, cancellationToken)), cancellationToken);
            await PostgresProgram.RunAsync("pg_restore", connections, ["--clean", "--if-exists", "--no-owner", "--no-privileges", $"--file={script}", file], cancellationToken);
            await PostgresProgram.RunOnDatabaseAsync("psql", connections, ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", $"--file={before}", $"--file={script}", $"--file={after}"], cancellationToken);
        }
        finally
        {
            File.Delete(before);
            File.Delete(script);
            File.Delete(after);
        }
    }

    /// <summary>A copy of SQLite as a database of its own.</summary>
    public static StorageConnections OneFile(string file) =>
        new(StorageProvider.SQLite, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());

    private static async Task CopyAsync(StorageConnections from, StorageConnections to, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = (SqliteConnection)await from.OpenAsync(cancellationToken);
            await using var target = (SqliteConnection)await to.OpenForWritingAsync(cancellationToken);
            await Task.Run(() => source.BackupDatabase(target), cancellationToken);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is SqliteCorrupt or SqliteNotADatabase)
        {
            throw new CopyFailedException("The file is damaged, or is no database. Nothing was changed.", exception);
        }
        catch (SqliteException exception)
        {
            throw new CopyFailedException(new StorageUnavailableException(exception).Message, exception);
        }
    }
}
