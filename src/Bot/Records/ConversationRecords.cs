using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Addresses;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Sms.Sending;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records;

/// <summary>Everything that is held of one conversation, in one place: to be shown to the person, or to be erased.</summary>
internal sealed class ConversationRecords(StorageConnections connections, ConversationStore store, KeptFiles files, AddressBook addresses, TextOutbox texts, CaseRecords cases, AuditTrail audit)
{
    private static readonly string[] Tables = ["desk_queue", "desk_waits", "desk_outcomes", "desk_reviews", "answer_votes", "appointments", "kept_files", "outgoing_texts", "carry_on_codes", "connector_places", "chatwoot_places"];

    /// <summary>All of it; null when nothing is held under this id.</summary>
    public async Task<ConversationRecord?> ReadAsync(string conversationId, CancellationToken cancellationToken)
    {
        var tables = new HeldTables(connections, conversationId);
        var head = await tables.HeadAsync(cancellationToken);
        var held = await cases.OfConversationAsync(conversationId, cancellationToken);
        if (head is null && held is { Cases.IsEmpty: true, Alerts.IsEmpty: true, Work.IsEmpty: true })
        {
            return null;
        }

        return new ConversationRecord(conversationId, head)
        {
            Log = await store.ReadStaffLogAsync(conversationId, 0, cancellationToken),
            Waits = await tables.WaitsAsync(cancellationToken),
            Outcomes = await tables.OutcomesAsync(cancellationToken),
            Reviews = await tables.ReviewsAsync(cancellationToken),
            Votes = await tables.VotesAsync(cancellationToken),
            Appointments = await tables.AppointmentsAsync(cancellationToken),
            Places = await tables.PlacesAsync(cancellationToken),
            Queue = await tables.QueueAsync(cancellationToken),
            Codes = await tables.CodesAsync(cancellationToken),
            Files = await files.OfAsync(conversationId, cancellationToken),
            Addresses = await addresses.OfAsync(conversationId, cancellationToken),
            Texts = await texts.OfAsync(conversationId, cancellationToken),
            Cases = held.Cases,
            Alerts = held.Alerts,
            Work = [.. held.Work.Select(work => new HeldPiece(work.Key, work.Kind, work.DueAt, work.DeliveredAt, HeldTables.AsJson(work.Payload)))],
            Looks = await audit.AboutAsync(conversationId, cancellationToken),
        };
    }

    /// <summary>Removes the conversation, its files, texts and addresses. Referrals and alerts are not its own: they are the case bridge's.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveAsync(StorageSession session, string conversationId, CancellationToken cancellationToken)
    {
        var id = ("@id", (object?)conversationId);

        // The bytes first: should we be ended in between, the rows still say that there is something to remove.
        files.RemoveBytesOf(conversationId);
        await session.Command("DELETE FROM appointment_steps WHERE appointment_id IN (SELECT id FROM appointments WHERE conversation_id = @id)", id).ExecuteNonQueryAsync(cancellationToken);
        foreach (var table in Tables)
        {
            await session.Command($"DELETE FROM {table} WHERE conversation_id = @id", id).ExecuteNonQueryAsync(cancellationToken);
        }

        // Whoever asked for no more messages gets none, also when we know nothing else of them.
        await session.Command("DELETE FROM addresses WHERE conversation_id = @id AND stopped_at IS NULL", id).ExecuteNonQueryAsync(cancellationToken);
        await session.Command("UPDATE addresses SET conversation_id = '', sealed = NULL WHERE conversation_id = @id", id).ExecuteNonQueryAsync(cancellationToken);
        await session.Keys.EraseAsync(conversationId, cancellationToken, KeyPart.Said);
        await session.Command("DELETE FROM conversation_log WHERE conversation_id = @id", id).ExecuteNonQueryAsync(cancellationToken);
        return await session.Command("DELETE FROM conversations WHERE id = @id", id).ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
