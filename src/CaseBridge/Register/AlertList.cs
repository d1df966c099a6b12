using System.Collections.Immutable;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Register;

/// <summary>Alerts at the desk.</summary>
internal sealed class AlertList(StorageConnections connections, CommitQueue commits, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Puts an alert up. Put up twice it is there once.</summary>
    public Task AddAsync(CaseAlert alert) => commits.RunAsync(alert.ConversationId, async (session, token) =>
    {
        var words = await session.Keys.SealAsync(alert.ConversationId, KeyPart.Alerts, Words(alert.Id.ToString()), StorableText.Of(alert.Words), token);
        return await session.Command(
                "INSERT INTO register_alerts (id, conversation_id, kind, words, at) VALUES (@id, @conversation, @kind, @words, @at) ON CONFLICT (id) DO NOTHING",
                ("@id", alert.Id.ToString()), ("@conversation", alert.ConversationId), ("@kind", alert.Kind), ("@words", words), ("@at", alert.At.ToUnixTimeMilliseconds()))
            .ExecuteNonQueryAsync(token);
    });

    public Task<ImmutableArray<RegisteredAlert>> FindAsync(bool openOnly, CancellationToken cancellationToken) => connections.QuerySealedAsync(
        $"SELECT id, conversation_id, kind, words, at, taken_by FROM register_alerts {(openOnly ? "WHERE taken_at IS NULL" : "")} ORDER BY at DESC LIMIT 200", Read, cancellationToken);

    /// <summary>Those raised from a moment up to before another, to be counted.</summary>
    public Task<ImmutableArray<CountedAlert>> CountedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT kind, taken_at - at FROM register_alerts WHERE at >= @from AND at < @until",
        row => new CountedAlert(row.GetString(0), row.IsDBNull(1) ? null : TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(1)))),
        cancellationToken,
        ("@from", from.ToUnixTimeMilliseconds()),
        ("@until", until.ToUnixTimeMilliseconds()));

    /// <summary>False when somebody else has it.</summary>
    public Task<bool> TakeAsync(Guid id, string officer) => commits.RunAsync(id.ToString(), async (session, token) =>
    {
        var conversation = await session.Command(
                "UPDATE register_alerts SET taken_by = @officer, taken_at = @now WHERE id = @id AND taken_at IS NULL RETURNING conversation_id",
                ("@officer", officer), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@id", id.ToString()))
            .ExecuteScalarAsync(token) as string;
        if (conversation is not null)
        {
            await audit.NoteAsync(session, new AuditEntry(officer, "alert.taken", conversation, id.ToString()), token);
        }

        return conversation is not null;
    });

    /// <summary>Takes all open alerts of a conversation that an officer has.</summary>
    public Task TakeAllOfAsync(string conversationId, string officer) => commits.RunAsync(conversationId, (session, token) => session.Command(
            "UPDATE register_alerts SET taken_by = @officer, taken_at = @now WHERE conversation_id = @conversation AND taken_at IS NULL",
            ("@officer", officer), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@conversation", conversationId))
        .ExecuteNonQueryAsync(token));

    /// <summary>An alert is shown even when what was said can't be opened: somebody may be in danger.</summary>
    internal static RegisteredAlert Read(SealedRow row) => new(
        new CaseAlert(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.OpenOr(3, Words(row.GetString(0)), "(what was said can't be opened)"), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        row.IsDBNull(5) ? null : row.GetString(5));

    private static Place Words(string id) => SealedRegister.Alerts.PlaceOf("words", id);
}
