using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Records;

/// <summary>What this module keeps of a person: for who asks what is held on them, and for what must not be kept any longer.</summary>
public sealed class CaseRecords
{
    private readonly StorageConnections connections;
    private readonly CaseRegister register;
    private readonly CaseFiles files;

    internal CaseRecords(StorageConnections connections, CaseRegister register, CaseFiles files)
    {
        this.connections = connections;
        this.register = register;
        this.files = files;
    }

    /// <summary>All that is kept of one conversation.</summary>
    public async Task<HeldCase> OfConversationAsync(string conversationId, CancellationToken cancellationToken)
    {
        var id = ("@conversation", (object?)conversationId);
        var cases = ImmutableArray.CreateBuilder<CaseFile>();
        foreach (var registered in await register.OfConversationAsync(conversationId, cancellationToken))
        {
            cases.Add(await files.OpenAsync(registered, cancellationToken));
        }

        return new HeldCase(
            cases.ToImmutable(),
            await connections.QuerySealedAsync("SELECT id, conversation_id, kind, words, at, taken_by FROM register_alerts WHERE conversation_id = @conversation ORDER BY at", AlertList.Read, cancellationToken, id),
            await connections.QuerySealedAsync("SELECT work_key, kind, payload, due_at, delivered_at FROM outbox WHERE case_key = @conversation ORDER BY position", ReadWork, cancellationToken, id));
    }

    /// <summary>Looks whether all work that isn't carried out yet can be read.</summary>
    public async Task<OutboxState> OutboxAsync(CancellationToken cancellationToken)
    {
        var rows = await connections.QuerySealedAsync(
            "SELECT work_key, kind, payload, dead_at IS NOT NULL FROM outbox WHERE delivered_at IS NULL ORDER BY position",
            row => (Key: row.GetString(0), IsDead: row.GetBoolean(3), IsReadable: WorkJson.CanRead(row.GetString(1), row.OpenOr(2, SealedWork.Payload(row.GetString(0)), ""))),
            cancellationToken);
        return new OutboxState(rows.Count(row => !row.IsDead), rows.Count(row => row.IsDead), [.. rows.Where(row => !row.IsReadable).Select(row => row.Key)]);
    }

    /// <summary>Erases referrals, with their history, tasks and plans, and the work that carries them.</summary>
    /// <returns>The references that are gone.</returns>
    public async Task<ImmutableArray<string>> EraseReferralsAsync(StorageSession session, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.Command($"DELETE FROM outbox WHERE case_key = @conversation AND kind IN ('{WorkKind.Referral}', '{WorkKind.ReadBack}')", ("@conversation", conversationId)).ExecuteNonQueryAsync(cancellationToken);
        await session.Keys.EraseAsync(conversationId, cancellationToken, KeyPart.Referrals);
        var ids = await TextsAsync(session.Command("SELECT id FROM register_referrals WHERE conversation_id = @conversation", ("@conversation", conversationId)), cancellationToken);
        var references = ImmutableArray.CreateBuilder<string>();
        foreach (var referral in ids)
        {
            if (await EraseReferralAsync(session, referral, cancellationToken) is { } reference)
            {
                references.Add(reference);
            }
        }

        return references.ToImmutable();
    }

    /// <summary>Erases the alerts of a conversation, and those on their way.</summary>
    /// <returns>How many alerts are gone.</returns>
    public async Task<int> EraseAlertsAsync(StorageSession session, string conversationId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        await session.Command($"DELETE FROM outbox WHERE case_key = @conversation AND kind = '{WorkKind.Alert}'", ("@conversation", conversationId)).ExecuteNonQueryAsync(cancellationToken);
        await session.Keys.EraseAsync(conversationId, cancellationToken, KeyPart.Alerts);
        return await session.Command("DELETE FROM register_alerts WHERE conversation_id = @conversation", ("@conversation", conversationId)).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Erases all other work of a conversation: check-ins, texts, and copies of what was carried out.</summary>
    /// <param name="keepsReferrals">A referral that is still on its way stays.</param>
    /// <param name="keepsAlerts">An alert that is still on its way stays.</param>
    /// <returns>How many pieces of work are gone.</returns>
    public Task<int> EraseWorkAsync(StorageSession session, string conversationId, bool keepsReferrals, bool keepsAlerts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Command(
                $"""
                DELETE FROM outbox WHERE case_key = @conversation AND (delivered_at IS NOT NULL
                    OR kind NOT IN ('{WorkKind.Referral}', '{WorkKind.ReadBack}', '{WorkKind.Alert}')
                    OR (kind IN ('{WorkKind.Referral}', '{WorkKind.ReadBack}') AND @referrals = 0) OR (kind = '{WorkKind.Alert}' AND @alerts = 0))
                """,
                ("@conversation", conversationId), ("@referrals", keepsReferrals ? 1 : 0), ("@alerts", keepsAlerts ? 1 : 0))
            .ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes some work that was carried out before a moment. What still waits, or waits for staff, stays.</summary>
    public Task<int> RemoveWorkAsync(StorageSession session, DateTimeOffset before, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Command(
                "DELETE FROM outbox WHERE position IN (SELECT position FROM outbox WHERE delivered_at < @before ORDER BY position LIMIT @count)",
                ("@before", before.ToUnixTimeMilliseconds()), ("@count", count))
            .ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes some alerts that were raised before a moment and that somebody took.</summary>
    public Task<int> RemoveAlertsAsync(StorageSession session, DateTimeOffset before, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Command(
                "DELETE FROM register_alerts WHERE id IN (SELECT id FROM register_alerts WHERE at < @before AND taken_at IS NOT NULL ORDER BY at LIMIT @count)",
                ("@before", before.ToUnixTimeMilliseconds()), ("@count", count))
            .ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes some referrals of which nothing was heard since a moment, with all that belongs to them. One that is still on its way stays.</summary>
    /// <returns>What is gone: the conversation of each, and its reference.</returns>
    public async Task<ImmutableArray<(string ConversationId, string Reference)>> RemoveReferralsAsync(StorageSession session, DateTimeOffset before, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        var old = session.Command(
            $"""
            SELECT id, conversation_id FROM register_referrals WHERE received_at < @before AND COALESCE(changed_at, received_at) < @before
                AND NOT EXISTS (SELECT 1 FROM outbox WHERE case_key = register_referrals.conversation_id AND kind = '{WorkKind.Referral}' AND delivered_at IS NULL)
            ORDER BY received_at LIMIT @count
            """,
            ("@before", before.ToUnixTimeMilliseconds()), ("@count", count));
        var found = new List<(string Id, string ConversationId)>();
        await using (var reader = await old.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        var gone = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (id, conversation) in found)
        {
            // Another node may have been quicker.
            if (await EraseReferralAsync(session, id, cancellationToken) is { } reference)
            {
                gone.Add((conversation, reference));
                await EraseKeyOfLastAsync(session, conversation, cancellationToken);
            }
        }

        return gone.ToImmutable();
    }

    // With the last referral of a conversation goes its key, and with it what is left of them in back-ups.
    private static async Task EraseKeyOfLastAsync(StorageSession session, string conversation, CancellationToken cancellationToken)
    {
        if (await session.Command("SELECT 1 FROM register_referrals WHERE conversation_id = @conversation LIMIT 1", ("@conversation", conversation)).ExecuteScalarAsync(cancellationToken) is null)
        {
            await session.Keys.EraseAsync(conversation, cancellationToken, KeyPart.Referrals);
        }
    }

    private static async Task<string?> EraseReferralAsync(StorageSession session, string id, CancellationToken cancellationToken)
    {
        await session.Command("DELETE FROM register_plans WHERE referral_id = @id", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);
        await session.Command("DELETE FROM register_tasks WHERE referral_id = @id", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);
        await session.Command("DELETE FROM register_history WHERE referral_id = @id", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);
        await session.Command("DELETE FROM register_attempts WHERE reference = (SELECT reference FROM register_referrals WHERE id = @id)", ("@id", id)).ExecuteNonQueryAsync(cancellationToken);
        return await session.Command("DELETE FROM register_referrals WHERE id = @id RETURNING reference", ("@id", id)).ExecuteScalarAsync(cancellationToken) as string;
    }

    private static async Task<List<string>> TextsAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    // What was carried out for a conversation that is gone is sealed for good.
    private static HeldWork ReadWork(SealedRow row) => new(row.GetString(0), row.GetString(1), row.OpenOr(2, SealedWork.Payload(row.GetString(0)), "erased"), At(row.GetInt64(3)), row.IsDBNull(4) ? null : At(row.GetInt64(4)));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
