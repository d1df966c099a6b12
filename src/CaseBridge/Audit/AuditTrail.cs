using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Audit;

/// <summary>Who looked at or changed what, when and what for. It is only ever added to, and each entry carries the hash of all before it.</summary>
public sealed class AuditTrail
{
    private const string Columns = "sequence, at, who, action, subject, purpose, hash";
    private const int Page = 5_000;
    private readonly StorageConnections connections;
    private readonly CommitQueue commits;
    private readonly TimeProvider clock;

    internal AuditTrail(StorageConnections connections, CommitQueue commits, TimeProvider clock)
    {
        this.connections = connections;
        this.commits = commits;
        this.clock = clock;
    }

    /// <summary>Notes it. It is on the disk when this returns, so what comes after it was not done unseen.</summary>
    public Task NoteAsync(AuditEntry entry) => commits.RunAsync("audit", async (session, token) =>
    {
        await NoteAsync(session, entry, token);
        return true;
    });

    /// <summary>All that was noted about a conversation, oldest first.</summary>
    public Task<ImmutableArray<AuditedEntry>> AboutAsync(string subject, CancellationToken cancellationToken) =>
        connections.QueryAsync($"SELECT {Columns} FROM audit_trail WHERE subject = @subject ORDER BY sequence", Read, cancellationToken, ("@subject", subject));

    /// <summary>The last entries, newest first.</summary>
    public Task<ImmutableArray<AuditedEntry>> LatestAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryAsync($"SELECT {Columns} FROM audit_trail ORDER BY sequence DESC LIMIT @count", Read, cancellationToken, ("@count", count));

    /// <summary>Entries that are looked for, newest first.</summary>
    public Task<ImmutableArray<AuditedEntry>> FindAsync(AuditSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        return connections.QueryAsync(
            $"SELECT {Columns} FROM audit_trail WHERE sequence < @before AND (@subject = '' OR subject = @subject) AND lower(who) LIKE @who ESCAPE '\\' ORDER BY sequence DESC LIMIT @count",
            Read,
            cancellationToken,
            ("@before", search.Before), ("@subject", search.Subject), ("@who", search.WhoPattern), ("@count", search.Count));
    }

    /// <summary>Looks through the whole trail for entries that were altered, taken out, put in or moved.</summary>
    public async Task<AuditReport> VerifyAsync(CancellationToken cancellationToken)
    {
        var faults = ImmutableArray.CreateBuilder<string>();
        var (expected, before) = (1L, AuditHash.Beginning);
        while (true)
        {
            var page = await connections.QueryAsync(
                $"SELECT {Columns} FROM audit_trail WHERE sequence >= @from ORDER BY sequence LIMIT @count", Read, cancellationToken, ("@from", expected), ("@count", Page));
            foreach (var row in page)
            {
                AddFaults(faults, row, expected, before);
                (expected, before) = (row.Sequence + 1, row.Hash);
            }

            if (page.Length < Page)
            {
                break;
            }
        }

        await AddFaultsOfHeadAsync(faults, expected - 1, before, cancellationToken);
        return new AuditReport(expected - 1, before, faults.ToImmutable());
    }

    /// <summary>Notes it in the transaction of the change that it is about.</summary>
    public async Task NoteAsync(StorageSession session, AuditEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(entry);

        // On PostgreSQL the head is locked until the transaction ends: entries stand in one line, whichever node they come from.
        var read = session.Provider == StorageProvider.PostgreSQL ? "SELECT sequence, hash FROM audit_head FOR UPDATE" : "SELECT sequence, hash FROM audit_head";
        var (last, before) = await HeadAsync(session.Command(read), cancellationToken);
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var hash = AuditHash.Of(before, last + 1, at, entry);
        await session.Command(
                "INSERT INTO audit_trail (sequence, at, who, action, subject, purpose, hash) VALUES (@sequence, @at, @who, @action, @subject, @purpose, @hash)",
                ("@sequence", last + 1), ("@at", at), ("@who", entry.Who), ("@action", entry.Action), ("@subject", entry.Subject), ("@purpose", entry.Purpose), ("@hash", hash))
            .ExecuteNonQueryAsync(cancellationToken);
        await session.Command("UPDATE audit_head SET sequence = @sequence, hash = @hash", ("@sequence", last + 1), ("@hash", hash)).ExecuteNonQueryAsync(cancellationToken);
    }

    private static void AddFaults(ImmutableArray<string>.Builder faults, AuditedEntry row, long expected, string before)
    {
        if (row.Sequence != expected)
        {
            faults.Add($"Entries {expected} to {row.Sequence - 1} are missing.");
        }
        else if (row.Hash != AuditHash.Of(before, row.Sequence, row.At.ToUnixTimeMilliseconds(), row.Entry))
        {
            faults.Add($"Entry {row.Sequence} was altered, or stands where another stood.");
        }
    }

    private static async Task<(long Sequence, string Hash)> HeadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetString(1));
    }

    private static AuditedEntry Read(DbDataReader row) => new(
        row.GetInt64(0),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
        new AuditEntry(row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)),
        row.GetString(6));

    private async Task AddFaultsOfHeadAsync(ImmutableArray<string>.Builder faults, long last, string hash, CancellationToken cancellationToken)
    {
        var heads = await connections.QueryAsync("SELECT sequence, hash FROM audit_head", row => (row.GetInt64(0), row.GetString(1)), cancellationToken);
        if (heads is not [var head] || head != (last, hash))
        {
            faults.Add($"The trail ends with entry {last}, and not where it says that it ends: entries are missing at the end.");
        }
    }
}
