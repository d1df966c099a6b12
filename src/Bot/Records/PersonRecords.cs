using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Register;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Records;

/// <summary>What is held on one person: shown to them, or erased. Both stand in the audit trail.</summary>
internal sealed class PersonRecords(StorageConnections connections, CommitQueue commits, CouncilCases cases, CaseRecords caseRecords, ConversationRecords conversations, AuditTrail audit, TimeProvider clock)
{
    /// <summary>All that is held; null when nobody is found, or reference and date of birth don't go together.</summary>
    public async Task<PersonRecord?> FindAsync(WhichPerson which, CouncilSettings council, CancellationToken cancellationToken)
    {
        var ids = which.Conversations;
        if (which.BornOn is { } born && CouncilCases.NormalReference(which.Reference) is { } reference)
        {
            var found = await cases.FindReferralAsync(reference, cancellationToken);
            if (found is null || found.Referral.Person.BornOn != born)
            {
                return null;
            }

            ids = ids.Insert(0, found.Referral.ConversationId);
        }

        var held = ImmutableArray.CreateBuilder<ConversationRecord>();
        foreach (var id in ids.Distinct())
        {
            if (await conversations.ReadAsync(id, cancellationToken) is { } record)
            {
                held.Add(record);
            }
        }

        return held.Count == 0 ? null : new PersonRecord(clock.GetUtcNow(), council.Name, held.ToImmutable(), await OthersAsync(held, cancellationToken));
    }

    /// <summary>Notes that the record was given out.</summary>
    public async Task NoteExportAsync(PersonRecord person, string byWhom)
    {
        foreach (var conversation in person.Conversations)
        {
            await audit.NoteAsync(new AuditEntry(byWhom, "person.exported", conversation.Id, "subject access"));
        }
    }

    /// <summary>Erases what may be erased, and says what stays and why. Erased twice, it is erased once.</summary>
    public async Task<ErasureReport> EraseAsync(PersonRecord person, RetentionSettings retention, string byWhom)
    {
        foreach (var conversation in person.Conversations)
        {
            await commits.RunAsync(conversation.Id, async (session, token) =>
            {
                await EraseAsync(session, conversation.Id, retention, byWhom, token);
                return true;
            });
        }

        await SettleAsync();
        return ErasureReport.Of(person, retention);
    }

    private async Task EraseAsync(StorageSession session, string conversationId, RetentionSettings retention, string byWhom, CancellationToken cancellationToken)
    {
        var keepsReferrals = retention.KeptWhenErased(RetentionKind.Referrals) is not null;
        var keepsAlerts = retention.KeptWhenErased(RetentionKind.Alerts) is not null;
        if (session.Provider == StorageProvider.SQLite)
        {
            // What is deleted is written over, and not only let go.
            await session.Command("PRAGMA secure_delete = ON").ExecuteNonQueryAsync(cancellationToken);
        }

        await caseRecords.EraseWorkAsync(session, conversationId, keepsReferrals, keepsAlerts, cancellationToken);
        if (!keepsReferrals)
        {
            await caseRecords.EraseReferralsAsync(session, conversationId, cancellationToken);
        }

        if (!keepsAlerts)
        {
            await caseRecords.EraseAlertsAsync(session, conversationId, cancellationToken);
        }

        await conversations.RemoveAsync(session, conversationId, cancellationToken);
        await audit.NoteAsync(session, new AuditEntry(byWhom, "person.erased", conversationId, "asked for erasure"), cancellationToken);
    }

    // The write-ahead log still holds the pages as they were.
    private async Task SettleAsync()
    {
        if (connections.Provider == StorageProvider.SQLite)
        {
            await using var connection = await connections.OpenForWritingAsync(CancellationToken.None);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<ImmutableArray<string>> OthersAsync(IEnumerable<ConversationRecord> held, CancellationToken cancellationToken)
    {
        var known = held.Select(conversation => conversation.Id).ToHashSet();
        var others = new List<PossibleDuplicate>();
        foreach (var found in held.SelectMany(conversation => conversation.Cases))
        {
            others.AddRange(await cases.PossibleDuplicatesAsync(found.Registered.Referral, cancellationToken));
        }

        return [.. others.Where(other => !known.Contains(other.Other.Referral.ConversationId)).DistinctBy(other => other.Other.Referral.Id)
            .Select(other => $"{other.Other.Referral.Reference}: the same {string.Join(", ", other.Shared)}")];
    }
}
