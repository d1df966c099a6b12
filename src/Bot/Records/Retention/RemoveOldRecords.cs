using System.Globalization;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Desk.Sessions;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Records.Retention;

/// <summary>
/// Removes what has been kept for as long as the council keeps it, some at a time. Each removal stands in the audit trail, in the transaction that
/// makes it: however often this is done and by whomever, each thing is removed once and noted once.
/// </summary>
internal sealed class RemoveOldRecords(CommitQueue commits, ConversationRecords conversations, KeptFiles files, CaseRecords cases, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Who removes, in the audit trail.</summary>
    public const string Who = "assistant";

    /// <summary>How many rows one transaction removes: residents who wait for theirs don't wait long.</summary>
    private const int AtOnce = 100;

    private const string Everybody = "everybody";

    /// <summary>Removes all that is due, or stops when it is told to.</summary>
    /// <returns>How many things were removed.</returns>
    public async Task<int> RunAsync(RetentionSettings retention, CancellationToken cancellationToken)
    {
        var removed = 0;
        foreach (var rule in retention.Rules)
        {
            var before = clock.GetUtcNow() - TimeSpan.FromDays(rule.Days);
            int some;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                some = await commits.RunAsync("retention", (session, token) => RemoveAsync(session, rule, before, token));
                removed += some;
            }
            while (some == AtOnce);
        }

        return removed + await SessionsAsync();
    }

    // Of staff, and few: they go together, after a time that is not the council's to set.
    private Task<int> SessionsAsync() => commits.RunAsync("retention", async (session, token) =>
    {
        var before = clock.GetUtcNow() - TimeSpan.FromDays(SessionLimits.DaysKept);
        var removed = await session.Command("DELETE FROM desk_sessions WHERE ended_at < @before", ("@before", before.ToUnixTimeMilliseconds())).ExecuteNonQueryAsync(token);
        if (removed > 0)
        {
            await audit.NoteAsync(session, new AuditEntry(Who, "retention.removed", Everybody, string.Create(CultureInfo.InvariantCulture, $"sign-ins: {removed}, kept {SessionLimits.DaysKept} days")), token);
        }

        return removed;
    });

    private Task<int> RemoveAsync(StorageSession session, RetentionRule rule, DateTimeOffset before, CancellationToken cancellationToken) => rule.Kind switch
    {
        RetentionKind.Conversations => ConversationsAsync(session, rule, before, cancellationToken),
        RetentionKind.Files => FilesAsync(session, rule, before, cancellationToken),
        RetentionKind.Texts => NotedAsync(session, rule, TextsAsync(session, before, cancellationToken), cancellationToken),
        RetentionKind.Work => NotedAsync(session, rule, cases.RemoveWorkAsync(session, before, AtOnce, cancellationToken), cancellationToken),
        RetentionKind.Alerts => NotedAsync(session, rule, cases.RemoveAlertsAsync(session, before, AtOnce, cancellationToken), cancellationToken),
        _ => ReferralsAsync(session, rule, before, cancellationToken),
    };

    // A turn that comes in meanwhile waits, and finds the conversation gone: it is never taken away from under an answer.
    // Who waits for an officer, or is promised a call, a check-in or a text, isn't forgotten before.
    private async Task<int> ConversationsAsync(StorageSession session, RetentionRule rule, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await RowsAsync(
            session,
            $"""
            SELECT id, '' FROM conversations WHERE updated_at < @before
                AND NOT EXISTS (SELECT 1 FROM desk_queue WHERE conversation_id = conversations.id)
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE case_key = conversations.id AND delivered_at IS NULL AND kind <> '{WorkKind.ReadBack}')
                AND NOT EXISTS (SELECT 1 FROM outgoing_texts WHERE conversation_id = conversations.id AND state IN ('waiting', 'sending'))
            ORDER BY updated_at LIMIT {AtOnce} {(session.Provider == StorageProvider.PostgreSQL ? "FOR UPDATE OF conversations SKIP LOCKED" : "")}
            """,
            before,
            cancellationToken);
        foreach (var (id, _) in old)
        {
            // Another node may have been quicker.
            if (await conversations.RemoveAsync(session, id, cancellationToken))
            {
                await NoteAsync(session, rule, id, "1", cancellationToken);
            }
        }

        return old.Count;
    }

    private async Task<int> FilesAsync(StorageSession session, RetentionRule rule, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = await RowsAsync(session, $"SELECT conversation_id, id FROM kept_files WHERE at < @before ORDER BY at LIMIT {AtOnce}", before, cancellationToken);
        foreach (var (conversation, id) in old)
        {
            files.RemoveBytes(conversation, id);
            if (await session.Command("DELETE FROM kept_files WHERE id = @id", ("@id", id)).ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                await NoteAsync(session, rule, conversation, "1", cancellationToken);
            }
        }

        return old.Count;
    }

    private async Task<int> ReferralsAsync(StorageSession session, RetentionRule rule, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var gone = await cases.RemoveReferralsAsync(session, before, AtOnce, cancellationToken);
        foreach (var (conversation, reference) in gone)
        {
            await NoteAsync(session, rule, conversation, reference, cancellationToken);
        }

        return gone.Length;
    }

    private static Task<int> TextsAsync(StorageSession session, DateTimeOffset before, CancellationToken cancellationToken) => session.Command(
            $"DELETE FROM outgoing_texts WHERE id IN (SELECT id FROM outgoing_texts WHERE at < @before AND state NOT IN ('waiting', 'sending') ORDER BY at LIMIT {AtOnce})",
            ("@before", before.ToUnixTimeMilliseconds()))
        .ExecuteNonQueryAsync(cancellationToken);

    private async Task<int> NotedAsync(StorageSession session, RetentionRule rule, Task<int> removing, CancellationToken cancellationToken)
    {
        var removed = await removing;
        if (removed > 0)
        {
            await NoteAsync(session, rule, Everybody, removed.ToString(CultureInfo.InvariantCulture), cancellationToken);
        }

        return removed;
    }

    private Task NoteAsync(StorageSession session, RetentionRule rule, string subject, string what, CancellationToken cancellationToken) => audit.NoteAsync(
        session,
        new AuditEntry(Who, "retention.removed", subject, string.Create(CultureInfo.InvariantCulture, $"{rule.Kind.ToString().ToLowerInvariant()}: {what}, kept {rule.Days} days")),
        cancellationToken);

    private static async Task<List<(string First, string Second)>> RowsAsync(StorageSession session, string sql, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var reader = await session.Command(sql, ("@before", before.ToUnixTimeMilliseconds())).ExecuteReaderAsync(cancellationToken);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }
}
