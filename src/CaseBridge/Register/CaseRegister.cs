using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.CaseBridge.Register;

/// <summary>The council's own list of referrals, which the desk reads. It is the case system where no other is connected.</summary>
internal sealed class CaseRegister(StorageConnections connections, CommitQueue commits, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Where work goes that a change asks for, such as to tell the person; null: nobody is told.</summary>
    public OutboxQueue? Outbox { get; init; }

    /// <summary>Who enters referrals.</summary>
    public const string Ourselves = "assistant";

    // Mended by staff and sent again, it is the mended one that counts.
    private const string Add = """
        INSERT INTO register_referrals (id, reference, conversation_id, kind, priority, team, status, created_at, received_at, payload, match_born, match_postcode, match_phone)
        VALUES (@id, @reference, @conversation, @kind, @priority, @team, 'new', @created, @now, @payload, @born, @postcode, @phone)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, priority = excluded.priority, team = excluded.team, payload = excluded.payload,
            match_born = excluded.match_born, match_postcode = excluded.match_postcode, match_phone = excluded.match_phone
        """;

    private const string AddStep = """
        INSERT INTO register_history (referral_id, position, at, by_whom, status, words) VALUES (@id, @position, @now, @who, @status, @words)
        """;

    private const string NextStep = "SELECT COALESCE(MAX(position), 0) + 1 FROM register_history WHERE referral_id = @id";

    private const string Change = """
        UPDATE register_referrals SET changed_at = @now, status = COALESCE(@status, status), case_system = COALESCE(@system, case_system), case_reference = COALESCE(@reference, case_reference),
            worker = COALESCE(@worker, worker), first_visit_on = COALESCE(@visit, first_visit_on),
            eligibility_at_referral = COALESCE(@atReferral, eligibility_at_referral), eligibility_at_visit = COALESCE(@atVisit, eligibility_at_visit)
        WHERE id = @id RETURNING status
        """;

    private const string Columns = "payload, id, status, received_at, case_system, case_reference, worker, first_visit_on, eligibility_at_referral, eligibility_at_visit";

    /// <summary>Enters a referral. Entered twice it is there once.</summary>
    public Task<bool> AddAsync(Referral referral) => commits.RunAsync(referral.ConversationId, async (session, token) =>
    {
        var id = referral.Id.ToString();
        var keys = SealedRegister.Blindly(PersonKeys.Of(referral.Person), await session.Keys.BlindAsync(token));
        var payload = await session.Keys.SealAsync(referral.ConversationId, KeyPart.Referrals, SealedRegister.Referrals.PlaceOf("payload", id), ReferralJson.Write(referral), token);
        await session.Command(
                Add,
                ("@id", id), ("@reference", referral.Reference), ("@conversation", referral.ConversationId), ("@kind", referral.Kind),
                ("@priority", referral.Outcome?.Priority ?? "P3"), ("@team", referral.Outcome?.Team ?? "access"),
                ("@created", referral.CreatedAt.ToUnixTimeMilliseconds()), ("@now", Now()), ("@payload", payload),
                ("@born", keys.Born), ("@postcode", keys.Postcode), ("@phone", keys.Phone))
            .ExecuteNonQueryAsync(token);
        var isNew = !await AnyAsync(session.Command("SELECT 1 FROM register_history WHERE referral_id = @id LIMIT 1", ("@id", id)), token);
        if (isNew)
        {
            await AddStepAsync(session, id, referral.ConversationId, (Ourselves, "new", null), token);
            await audit.NoteAsync(session, new AuditEntry(Ourselves, "referral.entered", referral.ConversationId, referral.Reference), token);
        }

        return isNew;
    });

    /// <summary>Notes what has become of a referral; false when there is none with this id.</summary>
    public Task<bool> ChangeAsync(Guid referralId, CaseChange change, string byWhom) => commits.RunAsync(referralId.ToString(), async (session, token) =>
    {
        var id = referralId.ToString();
        var status = await session.Command(
                Change,
                ("@now", Now()), ("@status", change.Status), ("@system", change.System), ("@reference", change.Reference), ("@worker", change.Worker),
                ("@visit", change.FirstVisitOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("@atReferral", change.EligibilityAtReferral), ("@atVisit", change.EligibilityAtVisit), ("@id", id))
            .ExecuteScalarAsync(token) as string;
        if (status is not null && (change.Status ?? change.Words) is not null)
        {
            await AddStepAsync(session, id, await SubjectAsync(session, id, token), (byWhom, status, change.Words), token);
        }

        if (status is not null)
        {
            await audit.NoteAsync(session, new AuditEntry(byWhom, "case.changed", await SubjectAsync(session, id, token), status), token);
        }

        if (status is not null && change.Status is not null && Outbox is not null && CaseWork.TellProgress.IsTold(status))
        {
            await TellAsync(session, Outbox, referralId, status, token);
        }

        return status is not null;
    });

    /// <summary>The most urgent first, then the oldest.</summary>
    public Task<ImmutableArray<RegisteredReferral>> ReferralsAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryWholeAsync($"SELECT {Columns} FROM register_referrals ORDER BY priority, created_at LIMIT @count", Read, cancellationToken, ("@count", count));

    /// <summary>Those agreed from a moment up to before another, to be counted.</summary>
    public Task<ImmutableArray<CountedReferral>> CountedAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => connections.QueryWholeAsync(
        "SELECT payload, id FROM register_referrals WHERE created_at >= @from AND created_at < @until",
        row => Counted(Open(row)),
        cancellationToken,
        ("@from", from.ToUnixTimeMilliseconds()),
        ("@until", until.ToUnixTimeMilliseconds()));

    public Task<RegisteredReferral?> FindAsync(string reference, CancellationToken cancellationToken) => FirstAsync("reference", reference, cancellationToken);

    public Task<RegisteredReferral?> FindAsync(Guid id, CancellationToken cancellationToken) => FirstAsync("id", id.ToString(), cancellationToken);

    /// <summary>The referrals of a conversation, oldest first.</summary>
    public Task<ImmutableArray<RegisteredReferral>> OfConversationAsync(string conversationId, CancellationToken cancellationToken) =>
        connections.QuerySealedAsync($"SELECT {Columns} FROM register_referrals WHERE conversation_id = @conversation ORDER BY created_at", Read, cancellationToken, ("@conversation", conversationId));

    /// <summary>Referrals that may be about the same person, from other conversations, newest first. Whether they are is for <see cref="PersonKeys"/> to say.</summary>
    public async Task<ImmutableArray<RegisteredReferral>> AlikeAsync(Referral referral, CancellationToken cancellationToken)
    {
        var keys = SealedRegister.Blindly(PersonKeys.Of(referral.Person), await connections.BlindAsync(cancellationToken));
        return await connections.QueryWholeAsync(
            $"SELECT {Columns} FROM register_referrals WHERE conversation_id <> @conversation AND (match_born = @born OR match_postcode = @postcode OR match_phone = @phone) ORDER BY created_at DESC LIMIT 200",
            Read,
            cancellationToken,
            ("@conversation", referral.ConversationId),
            ("@born", keys.Born ?? "-"),
            ("@postcode", keys.Postcode ?? "-"),
            ("@phone", keys.Phone ?? "-"));
    }

    private async Task AddStepAsync(StorageSession session, string id, string conversationId, (string ByWhom, string Status, string? Words) step, CancellationToken cancellationToken)
    {
        var position = Convert.ToInt64(await session.Command(NextStep, ("@id", id)).ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        var words = await session.Keys.SealOrNullAsync(conversationId, KeyPart.Referrals, SealedRegister.History.PlaceOf("words", id, position), step.Words, cancellationToken);
        await session.Command(AddStep, ("@id", id), ("@position", position), ("@now", Now()), ("@who", step.ByWhom), ("@status", step.Status), ("@words", words)).ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> AnyAsync(System.Data.Common.DbCommand command, CancellationToken cancellationToken) => await command.ExecuteScalarAsync(cancellationToken) is not null;

    private static async Task<string> SubjectAsync(StorageSession session, string id, CancellationToken cancellationToken) =>
        await session.Command("SELECT conversation_id FROM register_referrals WHERE id = @id", ("@id", id)).ExecuteScalarAsync(cancellationToken) as string ?? "";

    private static async Task TellAsync(StorageSession session, OutboxQueue outbox, Guid referralId, string status, CancellationToken cancellationToken)
    {
        CaseWork? work = null;
        await using (var row = await session.Command("SELECT conversation_id, reference FROM register_referrals WHERE id = @id", ("@id", referralId.ToString())).ExecuteReaderAsync(cancellationToken))
        {
            work = await row.ReadAsync(cancellationToken) ? new CaseWork.TellProgress(referralId, row.GetString(0), row.GetString(1), status) : null;
        }

        if (work is not null)
        {
            await outbox.AddAsync(session, work, cancellationToken);
        }
    }

    private static CountedReferral Counted(Referral referral) => new(referral.Kind, referral.Outcome?.Tier, referral.Outcome?.Layer ?? "", referral.Estimate?.Weekly);

    private static Referral Open(SealedRow row) => ReferralJson.Read(row.Open(0, SealedRegister.Referrals.PlaceOf("payload", row.GetString(1))));

    private static RegisteredReferral Read(SealedRow row) =>
        new(Open(row), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))
        {
            Facts = new CaseFacts(
                Text(row, 4), Text(row, 5), Text(row, 6), Text(row, 7) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, Text(row, 8), Text(row, 9)),
        };

    private static string? Text(SealedRow row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private async Task<RegisteredReferral?> FirstAsync(string column, string value, CancellationToken cancellationToken) =>
        (await connections.QuerySealedAsync($"SELECT {Columns} FROM register_referrals WHERE {column} = @value", Read, cancellationToken, ("@value", value))).FirstOrDefault();

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
