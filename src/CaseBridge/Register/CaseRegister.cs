using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Register;

/// <summary>The council's own list of referrals, which the desk reads. It is the case system where no other is connected.</summary>
internal sealed class CaseRegister(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string AddReferral = """
        INSERT INTO register_referrals (id, reference, conversation_id, kind, priority, team, status, created_at, received_at, payload)
        VALUES (@id, @reference, @conversation, @kind, @priority, @team, 'new', @created, @now, @payload) ON CONFLICT (id) DO NOTHING
        """;

    private const string Referrals = "SELECT payload, status, received_at FROM register_referrals";

    /// <summary>Enters a referral. Entered twice it is there once.</summary>
    public Task AddAsync(Referral referral) => commits.RunAsync(referral.ConversationId, (session, token) => session.Command(
            AddReferral,
            ("@id", referral.Id.ToString()), ("@reference", referral.Reference), ("@conversation", referral.ConversationId), ("@kind", referral.Kind),
            ("@priority", referral.Outcome?.Priority ?? "P3"), ("@team", referral.Outcome?.Team ?? "access"),
            ("@created", referral.CreatedAt.ToUnixTimeMilliseconds()), ("@now", Now()), ("@payload", ReferralJson.Write(referral)))
        .ExecuteNonQueryAsync(token));

    /// <summary>The most urgent first, then the oldest.</summary>
    public Task<ImmutableArray<RegisteredReferral>> ReferralsAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryAsync($"{Referrals} ORDER BY priority, created_at LIMIT @count", ReadReferral, cancellationToken, ("@count", count));

    public async Task<RegisteredReferral?> FindAsync(string reference, CancellationToken cancellationToken) =>
        (await connections.QueryAsync($"{Referrals} WHERE reference = @reference", ReadReferral, cancellationToken, ("@reference", reference))).FirstOrDefault();

    /// <summary>Puts an alert up. Put up twice it is there once.</summary>
    public Task AddAsync(CaseAlert alert) => commits.RunAsync(alert.ConversationId, (session, token) => session.Command(
            "INSERT INTO register_alerts (id, conversation_id, kind, words, at) VALUES (@id, @conversation, @kind, @words, @at) ON CONFLICT (id) DO NOTHING",
            ("@id", alert.Id.ToString()), ("@conversation", alert.ConversationId), ("@kind", alert.Kind), ("@words", StorableText.Of(alert.Words)), ("@at", alert.At.ToUnixTimeMilliseconds()))
        .ExecuteNonQueryAsync(token));

    public Task<ImmutableArray<RegisteredAlert>> AlertsAsync(bool openOnly, CancellationToken cancellationToken) => connections.QueryAsync(
        $"SELECT id, conversation_id, kind, words, at, taken_by FROM register_alerts {(openOnly ? "WHERE taken_at IS NULL" : "")} ORDER BY at DESC LIMIT 200", ReadAlert, cancellationToken);

    /// <summary>False when somebody else has it.</summary>
    public Task<bool> TakeAlertAsync(Guid id, string officer) => commits.RunAsync(id.ToString(), async (session, token) =>
        await session.Command("UPDATE register_alerts SET taken_by = @officer, taken_at = @now WHERE id = @id AND taken_at IS NULL", ("@officer", officer), ("@now", Now()), ("@id", id.ToString()))
            .ExecuteNonQueryAsync(token) == 1);

    private static RegisteredReferral ReadReferral(DbDataReader row) =>
        new(ReferralJson.Read(row.GetString(0)), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)));

    private static RegisteredAlert ReadAlert(DbDataReader row) => new(
        new CaseAlert(Guid.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        row.IsDBNull(5) ? null : row.GetString(5));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
