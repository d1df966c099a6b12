using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Register;

/// <summary>History, tasks and support plan of a referral.</summary>
internal sealed class CaseFiles(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string SavePlan = """
        INSERT INTO register_plans (referral_id, changed_at, payload) VALUES (@id, @now, @payload)
        ON CONFLICT (referral_id) DO UPDATE SET changed_at = excluded.changed_at, payload = excluded.payload
        """;

    public async Task<CaseFile> OpenAsync(RegisteredReferral registered, CancellationToken cancellationToken)
    {
        var id = ("@id", (object?)registered.Referral.Id.ToString());
        var history = await connections.QuerySealedAsync("SELECT at, by_whom, status, words, referral_id, position FROM register_history WHERE referral_id = @id ORDER BY position", ReadStep, cancellationToken, id);
        var tasks = await connections.QuerySealedAsync(
            "SELECT id, what, due_on, done_at, done_by FROM register_tasks WHERE referral_id = @id ORDER BY CASE WHEN done_at IS NULL THEN 0 ELSE 1 END, due_on, created_at", ReadTask, cancellationToken, id);
        var plan = await connections.QuerySealedAsync("SELECT payload, referral_id FROM register_plans WHERE referral_id = @id", ReadPlan, cancellationToken, id);
        return new CaseFile(registered, history, tasks, plan.IsEmpty ? [] : plan[0]);
    }

    public Task AddTaskAsync(Guid referralId, CaseTask task) => SealedAsync(
        referralId,
        "INSERT INTO register_tasks (id, referral_id, what, due_on, created_at) VALUES (@task, @id, @what, @due, @now) ON CONFLICT (id) DO NOTHING",
        ("@what", SealedRegister.Tasks.PlaceOf("what", task.Id.ToString()), StorableText.Of(task.What)),
        ("@task", task.Id.ToString()),
        ("@due", task.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>False when it was done already.</summary>
    public Task<bool> CompleteTaskAsync(Guid referralId, Guid taskId, string officer) => RunAsync(
        referralId,
        "UPDATE register_tasks SET done_at = @now, done_by = @officer WHERE id = @task AND referral_id = @id AND done_at IS NULL",
        ("@officer", officer),
        ("@task", taskId.ToString()));

    public Task SavePlanAsync(Guid referralId, ImmutableArray<PlanLine> plan) =>
        SealedAsync(referralId, SavePlan, ("@payload", SealedRegister.Plans.PlaceOf("payload", referralId.ToString()), JsonSerializer.Serialize(plan, ReferralJson.Options)));

    private static HistoryStep ReadStep(SealedRow row) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1), row.GetString(2), row.OpenOrNull(3, SealedRegister.History.PlaceOf("words", row.GetString(4), row.GetInt64(5))));

    private static CaseTask ReadTask(SealedRow row) => new(
        Guid.Parse(row.GetString(0)),
        row.Open(1, SealedRegister.Tasks.PlaceOf("what", row.GetString(0))),
        row.IsDBNull(2) ? null : DateOnly.ParseExact(row.GetString(2), "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        row.IsDBNull(4) ? null : row.GetString(4));

    private static ImmutableArray<PlanLine> ReadPlan(SealedRow row) =>
        JsonSerializer.Deserialize<ImmutableArray<PlanLine>>(row.Open(0, SealedRegister.Plans.PlaceOf("payload", row.GetString(1))), ReferralJson.Options);

    // With the key of the conversation that asked for the referral. There may be no such referral any more: then nothing is kept of it.
    private Task<bool> SealedAsync(Guid referralId, string sql, (string Name, Place Place, string Words) kept, params (string Name, object? Value)[] values) => commits.RunAsync(referralId.ToString(), async (session, token) =>
    {
        var id = ("@id", (object?)referralId.ToString());
        if (await session.Command("SELECT conversation_id FROM register_referrals WHERE id = @id", id).ExecuteScalarAsync(token) is not string conversation)
        {
            return false;
        }

        var words = await session.Keys.SealAsync(conversation, KeyPart.Referrals, kept.Place, kept.Words, token);
        return await session.Command(sql, [.. values, (kept.Name, words), id, ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds())]).ExecuteNonQueryAsync(token) == 1;
    });

    private Task<bool> RunAsync(Guid referralId, string sql, params (string Name, object? Value)[] values) => commits.RunAsync(referralId.ToString(), async (session, token) =>
        await session.Command(sql, [.. values, ("@id", referralId.ToString()), .. sql.Contains("@now", StringComparison.Ordinal) ? new[] { ("@now", (object?)clock.GetUtcNow().ToUnixTimeMilliseconds()) } : []]).ExecuteNonQueryAsync(token) == 1);
}
