namespace TransformingLives.CaseBridge.Outbox;

/// <summary>The statements of the outbox. Instants are Unix milliseconds.</summary>
internal static class OutboxSql
{
    /// <summary>One statement, so that two nodes that ask at once can't both find nothing and then fail the turn.</summary>
    public const string Add = """
        INSERT INTO outbox (work_key, kind, case_key, payload, created_at, due_at, attempts) VALUES (@key, @kind, @case, @payload, @now, @due, 0)
        ON CONFLICT (work_key) DO NOTHING
        """;

    /// <summary>Work that nobody has begun is taken back: it counts as delivered.</summary>
    public const string Withdraw = "UPDATE outbox SET delivered_at = @now, receipt = 'withdrawn' WHERE work_key = @key AND delivered_at IS NULL AND lease_owner IS NULL";

    public const string LeaseOnSqlite = $"UPDATE outbox SET lease_owner = @owner, lease_until = @until WHERE position IN ({Due}) RETURNING {Columns}";

    /// <summary>Rows that another node is just leasing are passed over, not waited for.</summary>
    public const string LeaseOnPostgres = $"""
        WITH due AS MATERIALIZED ({Due} FOR UPDATE SKIP LOCKED)
        UPDATE outbox SET lease_owner = @owner, lease_until = @until FROM due WHERE outbox.position = due.position RETURNING {Columns}
        """;

    public const string Delivered = "UPDATE outbox SET delivered_at = @now, dead_at = NULL, last_error = NULL, receipt = @receipt, lease_owner = NULL, lease_until = NULL WHERE work_key = @key AND delivered_at IS NULL";

    /// <summary>Nothing is noted when the lease has run out and another node has the work, or has delivered it.</summary>
    public const string Failed = """
        UPDATE outbox SET last_error = @error, attempts = attempts + @count, due_at = @due, dead_at = @dead, lease_owner = NULL, lease_until = NULL
        WHERE work_key = @key AND delivered_at IS NULL AND lease_owner = @lease
        """;

    public const string Release = "UPDATE outbox SET lease_owner = NULL, lease_until = NULL WHERE lease_owner IS NOT NULL AND delivered_at IS NULL";

    /// <summary>Another round from the start. Work that is delivered or under way is left alone.</summary>
    public const string SendAgain = """
        UPDATE outbox SET payload = COALESCE(@payload, payload), dead_at = NULL, attempts = 0, due_at = @now
        WHERE work_key = @key AND delivered_at IS NULL AND lease_owner IS NULL
        """;

    public const string Stuck = "SELECT work_key, kind, case_key, created_at, attempts, last_error, dead_at, payload FROM outbox WHERE delivered_at IS NULL AND last_error IS NOT NULL ORDER BY position";

    /// <summary>
    /// How it stands. Work that failed waits since it was asked for, though it is due later; work that comes back by itself, or is of another day, waits since it is due.
    /// </summary>
    public const string State = $"""
        SELECT COUNT(*), MIN(CASE WHEN {IsRetried} THEN created_at ELSE due_at END), (SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL AND dead_at IS NOT NULL)
        FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL AND (due_at <= @now OR {IsRetried})
        """;

    private const string IsRetried = $"(last_error IS NOT NULL AND kind NOT IN ('{WorkKind.CheckIn}', '{WorkKind.ReadBack}', '{WorkKind.RemoveOld}', '{WorkKind.Progress}'))";

    private const string Columns = "outbox.position, work_key, kind, payload, attempts, case_key";

    /// <summary>A clock that was set back makes work, and leases, that seem to be of the future: they count as due, and as run out.</summary>
    public const string AnyDue = "SELECT 1 FROM outbox WHERE delivered_at IS NULL AND dead_at IS NULL AND (due_at <= @now OR (due_at = created_at AND created_at > @now)) LIMIT 1";

    /// <summary>What is due and not under way, oldest first; work that comes after other work of its case and kind, which is due too, waits for that.</summary>
    private const string Due = """
        SELECT position FROM outbox AS due
        WHERE delivered_at IS NULL AND dead_at IS NULL AND (due_at <= @now OR (due_at = created_at AND created_at > @now))
            AND (lease_until IS NULL OR lease_until < @now OR lease_until > @until)
            AND NOT EXISTS (
                SELECT 1 FROM outbox AS earlier
                WHERE earlier.case_key = due.case_key AND earlier.kind = due.kind AND earlier.position < due.position
                    AND earlier.delivered_at IS NULL AND earlier.dead_at IS NULL AND (earlier.due_at <= @now OR earlier.attempts > 0))
        ORDER BY position LIMIT @count
        """;
}
