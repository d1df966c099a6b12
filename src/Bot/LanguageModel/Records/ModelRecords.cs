using System.Collections.Immutable;
using System.Globalization;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.LanguageModel.Calling;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.LanguageModel.Records;

/// <summary>Keeps every call, without what was asked or said, and whether staff have switched the model off: for all nodes.</summary>
internal sealed class ModelRecords(StorageConnections connections, CommitQueue commits, DailyBudget budget, ModelSwitch power, TimeProvider clock)
{
    /// <summary>Its area of tables.</summary>
    public const string Area = "language_model";

    private const string Lane = "language-model";
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private long lookedAt;

    /// <summary>Brings the tables to today's shape, and looks how things stand.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await connections.OpenForWritingAsync(cancellationToken))
        {
            await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(ModelRecords).Assembly, Area, cancellationToken);
        }

        await RefreshAsync(cancellationToken);
    }

    /// <summary>Keeps a call. Nobody waits for it, and no turn fails for it.</summary>
    public void Add(ModelCall call) => Forget(commits.RunAsync(Lane, async (session, token) =>
    {
        await session.Command(
                "INSERT INTO language_model_calls (id, at, day, prompt, milliseconds, tokens_in, tokens_out, verdict, kept, dropped) VALUES (@id, @at, @day, @prompt, @ms, @in, @out, @verdict, @kept, @dropped) ON CONFLICT (id) DO NOTHING",
                ("@id", call.Id), ("@at", call.At.ToUnixTimeMilliseconds()), ("@day", Day(call.At)), ("@prompt", call.Prompt), ("@ms", call.Milliseconds), ("@in", (long)call.TokensIn), ("@out", (long)call.TokensOut), ("@verdict", call.Verdict.ToString()), ("@kept", (long)call.Kept), ("@dropped", (long)call.Dropped))
            .ExecuteNonQueryAsync(token);
        return true;
    }));

    /// <summary>Looks again how things stand on all nodes, when that was a while ago; nobody waits for it.</summary>
    public void RefreshSoon()
    {
        var before = Interlocked.Read(ref lookedAt);
        var now = clock.GetUtcNow().UtcTicks;
        if (now - before > Fresh.Ticks && Interlocked.CompareExchange(ref lookedAt, now, before) == before)
        {
            Forget(RefreshAsync(CancellationToken.None));
        }
    }

    /// <summary>Looks how things stand on all nodes.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var today = Day(clock.GetUtcNow());
        var used = await connections.QueryAsync("SELECT CAST(COALESCE(SUM(tokens_in + tokens_out), 0) AS BIGINT) FROM language_model_calls WHERE day = @day", row => row.GetInt64(0), cancellationToken, ("@day", today));
        budget.Heard(DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture), used[0]);
        power.Set(await SwitchAsync(cancellationToken) is not { IsOn: false });
    }

    /// <summary>How the switch stands and who set it; null when nobody ever has.</summary>
    public async Task<SwitchedModel?> SwitchAsync(CancellationToken cancellationToken)
    {
        var found = await connections.QueryAsync(
            "SELECT is_on, at, who FROM language_model_switch WHERE id = 1", row => new SwitchedModel(row.GetInt64(0) == 1, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetString(2)), cancellationToken);
        return found.FirstOrDefault();
    }

    /// <summary>Switches it on or off, on this node at once and on the others within seconds.</summary>
    public async Task SetAsync(bool on, string who)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await commits.RunAsync(Lane, async (session, token) => await session.Command(
            "INSERT INTO language_model_switch (id, is_on, at, who) VALUES (1, @on, @at, @who) ON CONFLICT (id) DO UPDATE SET is_on = @on, at = @at, who = @who",
            ("@on", on ? 1L : 0L), ("@at", now), ("@who", who)).ExecuteNonQueryAsync(token));
        power.Set(on);
    }

    /// <summary>What was asked of it since a day, by prompt and verdict.</summary>
    public Task<ImmutableArray<CountedCalls>> CountAsync(DateOnly from, CancellationToken cancellationToken) => connections.QueryAsync(
        "SELECT prompt, verdict, COUNT(*), CAST(COALESCE(SUM(tokens_in + tokens_out), 0) AS BIGINT), CAST(COALESCE(AVG(milliseconds), 0) AS BIGINT), CAST(COALESCE(SUM(dropped), 0) AS BIGINT) FROM language_model_calls WHERE day >= @from GROUP BY prompt, verdict ORDER BY prompt, verdict",
        row => new CountedCalls(row.GetString(0), Enum.Parse<ModelVerdict>(row.GetString(1)), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)),
        cancellationToken,
        ("@from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static string Day(DateTimeOffset at) => CouncilCalendar.InLondon(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Forget(Task task) => task.ContinueWith(failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}

/// <summary>How the switch stands.</summary>
internal sealed record SwitchedModel(bool IsOn, DateTimeOffset At, string Who);

/// <summary>Calls of one prompt that ended alike.</summary>
internal sealed record CountedCalls(string Prompt, ModelVerdict Verdict, long Calls, long Tokens, long Milliseconds, long Dropped);
