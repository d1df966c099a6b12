using Microsoft.Data.Sqlite;

namespace TransformingLives.CaseBridge.Storage.Copies;

/// <summary>A copy of the whole database as it is at one moment, and back, while the program runs.</summary>
public sealed class DatabaseCopy(StorageConnections connections)
{
    private const int SqliteCorrupt = 11;
    private const int SqliteNotADatabase = 26;

    /// <summary>Writes the copy: a SQLite file, or what <c>pg_dump</c> writes.</summary>
    /// <exception cref="CopyFailedException">It could not be written.</exception>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        if (connections.Provider == StorageProvider.PostgreSQL)
        {
            await PostgresProgram.RunOnDatabaseAsync("pg_dump", connections, ["--format=custom", "--no-owner", "--no-privileges", $"--lock-wait-timeout={PostgresProgram.LongestWait}", $"--file={file}"], cancellationToken);
            return;
        }

        await CopyAsync(connections, OneFile(file), cancellationToken);
        await using var copy = await OneFile(file).OpenAsync(cancellationToken);
        await using var settle = copy.CreateCommand();
        settle.CommandText = "PRAGMA journal_mode = DELETE";
        await settle.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Puts a copy in the place of what is there, all or nothing; the tables are then as old as the copy. Whoever writes meanwhile waits.</summary>
    /// <exception cref="CopyFailedException">Nothing was changed.</exception>
    public Task RestoreAsync(string file, CancellationToken cancellationToken) => connections.Provider == StorageProvider.PostgreSQL
        ? RestorePostgresAsync(file, cancellationToken)
        : CopyAsync(OneFile(file), connections, cancellationToken);

    // What a newer version of the program made is not in an older copy, and would stand in its way: all goes first, in the transaction that brings the copy in.
    private async Task RestorePostgresAsync(string file, CancellationToken cancellationToken)
    {
        var (before, script) = ($"{file}.before.sql", $"{file}.sql");
        try
        {
            await File.WriteAllTextAsync(before, PostgresEmptying.Script, cancellationToken);
            await PostgresProgram.RunAsync("pg_restore", connections, ["--clean", "--if-exists", "--no-owner", "--no-privileges", $"--file={script}", file], cancellationToken);
            await PostgresProgram.RunOnDatabaseAsync("psql", connections, ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", $"--file={before}", $"--file={script}"], cancellationToken);
        }
        finally
        {
            File.Delete(before);
            File.Delete(script);
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
