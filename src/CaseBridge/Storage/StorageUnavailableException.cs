using Microsoft.Data.Sqlite;
using Npgsql;

namespace TransformingLives.CaseBridge.Storage;

/// <summary>Nothing could be stored. What was acknowledged before is safe; what was asked now is not there, and may be asked again.</summary>
public sealed class StorageUnavailableException(Exception inner) : Exception(WhatToDo(inner), inner)
{
    private const int SqliteReadOnly = 8;
    private const int SqliteInput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    private static string WhatToDo(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            "The disk of the database is full. Free some space: the program goes on by itself.",
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } =>
            "The database can't be written to. Let the program's user write to the database and its folder: the program goes on by itself.",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            "The database server can only be read. Set its default_transaction_read_only to off, or, if it is a stand-by, name the server that is written to in Storage__ConnectionString: the program goes on by itself.",
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "Another program holds a lock in the database. End it, or wait until it is done, and try again.",
        SqliteException { SqliteErrorCode: SqliteInput } or PostgresException { SqlState: PostgresErrorCodes.IoError } =>
            "The disk of the database has failed. Look at the disk before anything else; restore a back-up if it has to be replaced.",
        TooMuchWaitsException =>
            "More is to be stored than the database takes. Look at its disk and at what else uses it: the program goes on by itself.",
        NpgsqlException => "The database server doesn't answer. Start it, or look at Storage__ConnectionString: the program goes on by itself.",
        _ => $"The database failed ({exception.GetType().Name}).",
    };
}
