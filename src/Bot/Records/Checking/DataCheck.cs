using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TransformingLives.Bot.Channels.Files;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.LanguageModel.Records;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Records;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Records.Checking;

/// <summary>Is the data of a council whole: the database itself, its version, every conversation, the outbox, the files, the audit trail? Nothing is changed by looking.</summary>
internal sealed class DataCheck(StorageConnections connections, CaseRecords cases, AuditTrail audit, UploadFolder uploads)
{
    private const int Shown = 10;

    /// <summary>Looks through all of it.</summary>
    public Task<DataReport> RunAsync(CancellationToken cancellationToken) => RunAsync(hasKeys: true, cancellationToken);

    /// <summary>The same; of a back-up without its keys only what can be seen from outside.</summary>
    public async Task<DataReport> RunAsync(bool hasKeys, CancellationToken cancellationToken)
    {
        var report = new DataReport([], []);
        report = report.With(await DatabaseIntegrity.FaultsAsync(connections, cancellationToken), "The database is whole.");
        if (!report.Faults.IsEmpty)
        {
            return report;
        }

        // Only a council that has had a language model has its tables.
        var states = (await SchemasAsync(connections, cancellationToken)).RemoveAll(state => state is { Area: ModelRecords.Area, Found.IsEmpty: true });
        if (states.FirstOrDefault(state => state.IsTooNew) is { } newer)
        {
            return report.With([new SchemaTooNewException(newer.Area, newer.Highest, newer.HighestKnown).Message], "");
        }

        if (states.Select(state => state.GapInWords).OfType<string>().ToImmutableArray() is { IsEmpty: false } gaps)
        {
            return report.With(gaps, "");
        }

        if (states.Any(state => state.IsOlder))
        {
            return report with { Notes = report.Notes.Add("An older version made this. It is brought up to date at the next start, and can be checked fully then.") };
        }

        if (!hasKeys)
        {
            var audited = await audit.VerifyAsync(cancellationToken);
            return report.With(audited.Faults, "Its keys file is not beside it, or its master key isn't here (Storage__MasterKeyFile), so what is sealed was not opened. The audit trail is whole.");
        }

        report = report.With(await SealedAsync(cancellationToken), "All that is sealed can be opened.");
        report = report.With(await ConversationsAsync(cancellationToken), await CountAsync("conversations", "conversation", cancellationToken));
        var outbox = await cases.OutboxAsync(cancellationToken);
        report = report.With([.. outbox.Damaged.Take(Shown).Select(key => $"The work {key} in the outbox is damaged and can't be carried out: restore it from a back-up, or ask for it again from its conversation.")], string.Create(CultureInfo.InvariantCulture, $"The outbox can be read: {outbox.Waiting} to be carried out, {outbox.ForStaff} for staff to look at."));
        report = report.With(await FilesAsync(cancellationToken), await CountAsync("kept_files", "file", cancellationToken));
        var trail = await audit.VerifyAsync(cancellationToken);
        return report.With(trail.Faults, string.Create(CultureInfo.InvariantCulture, $"The audit trail is whole: {trail.Entries} entries, the last with the hash {trail.LastHash}."));
    }

    /// <summary>How the tables stand to this program.</summary>
    public static async Task<ImmutableArray<SchemaState>> SchemasAsync(StorageConnections connections, CancellationToken cancellationToken) =>
    [
        await SchemaState.ReadAsync(connections, typeof(CouncilCases).Assembly, "cases", cancellationToken),
        await SchemaState.ReadAsync(connections, typeof(ConversationStore).Assembly, "conversations", cancellationToken),
        await SchemaState.ReadAsync(connections, typeof(ConversationStore).Assembly, "channels", cancellationToken),
        await SchemaState.ReadAsync(connections, typeof(ModelRecords).Assembly, ModelRecords.Area, cancellationToken),
    ];

    private async Task<ImmutableArray<string>> SealedAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await OpenEverything.FaultsAsync(connections, SealedTables.All, Shown, cancellationToken);
        }
        catch (MasterKeyMissingException exception)
        {
            return [exception.Message];
        }
    }

    /// <summary>Every state can be read, and no line of a log is missing.</summary>
    private async Task<ImmutableArray<string>> ConversationsAsync(CancellationToken cancellationToken)
    {
        var damaged = new List<string>();
        await foreach (var id in connections.StreamSealedAsync("SELECT id, state FROM conversations", row => IsDamaged(row) ? row.GetString(0) : null, cancellationToken))
        {
            damaged.AddRange(id is null ? [] : [id]);
        }

        var gaps = await connections.QueryAsync(
            """
            SELECT conversations.id FROM conversations LEFT JOIN conversation_log ON conversation_id = id
            GROUP BY conversations.id, last_sequence HAVING COUNT(conversation_id) <> last_sequence OR COALESCE(MAX(sequence), 0) <> last_sequence
            """,
            row => row.GetString(0),
            cancellationToken);
        return
        [
            .. damaged.Take(Shown).Select(id => $"What is remembered of the conversation {id} is damaged and can't be read."),
            .. gaps.Take(Shown).Select(id => $"Lines are missing in the log of the conversation {id}."),
        ];
    }

    private async Task<ImmutableArray<string>> FilesAsync(CancellationToken cancellationToken)
    {
        var files = await connections.QueryAsync("SELECT conversation_id, id, size FROM kept_files", row => (Conversation: row.GetString(0), Id: row.GetString(1), Size: row.GetInt64(2)), cancellationToken);
        var faults = new List<string>();
        foreach (var file in files)
        {
            faults.AddRange(await FaultAsync(file.Conversation, file.Id, file.Size, cancellationToken) is { } fault ? [fault] : []);
        }

        return [.. faults.Take(Shown)];
    }

    private async Task<string?> FaultAsync(string conversation, string id, long size, CancellationToken cancellationToken)
    {
        var path = Path.Combine(uploads.Path, conversation, id);
        if (new FileInfo(path) is not { Exists: true } there || there.Length != size + SealedBytes.Overhead)
        {
            return $"The file {id} that was sent in the conversation {conversation} is missing or has another length.";
        }

        try
        {
            await connections.OpenBytesAsync(SealedChannels.Bytes(conversation, id), await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
            return null;
        }
        catch (SealBrokenException exception)
        {
            return exception.Fault == SealFault.Erased ? null : exception.Message;
        }
    }

    private async Task<string> CountAsync(string table, string what, CancellationToken cancellationToken)
    {
        var count = await connections.QueryAsync($"SELECT COUNT(*) FROM {table}", row => row.GetInt64(0), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"Each {what} can be read, {count[0]} of them.");
    }

    // What can't be opened at all is named with its place, among all that is sealed.
    private static bool IsDamaged(SealedRow row)
    {
        try
        {
            ConversationJson.ReadConversation(row.Open(1, SealedConversations.State(row.GetString(0))));
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
        catch (SealBrokenException)
        {
            return false;
        }
    }
}
