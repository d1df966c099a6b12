using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.Bot.Desk.Reviews;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>Counts what is in the log and the register. There is no second set of books: the log is the truth.</summary>
internal sealed class ReadFigures(StorageConnections connections, CouncilCases cases, ReviewBook reviews, TimeProvider clock)
{
    private const string Conversations = """
        SELECT c.started_at, c.channel,
            SUM(CASE WHEN log.who = 0 THEN 1 ELSE 0 END) AS said,
            MAX(CASE WHEN log.event = 'officer_joined' THEN 1 ELSE 0 END),
            MAX(CASE WHEN log.ending IN ('person_asked_for', 'concern') THEN 1 ELSE 0 END),
            MAX(CASE WHEN log.ending = 'handed_over' THEN 1 ELSE 0 END),
            MAX(CASE WHEN log.ending = 'answered' THEN 1 ELSE 0 END),
            (SELECT last.ending FROM conversation_log AS last WHERE last.conversation_id = c.id AND last.who = 0 AND last.ending IS NOT NULL ORDER BY last.sequence DESC LIMIT 1),
            MAX(CASE WHEN log.ending = 'booked' THEN 1 ELSE 0 END)
        FROM conversations AS c JOIN conversation_log AS log ON log.conversation_id = c.id
        WHERE c.started_at >= @from AND c.started_at < @until
        GROUP BY c.id, c.started_at, c.channel
        HAVING SUM(CASE WHEN log.who = 0 THEN 1 ELSE 0 END) > 0
        """;

    private const string Endings = """
        SELECT log.ending, COUNT(*) FROM conversations AS c JOIN conversation_log AS log ON log.conversation_id = c.id
        WHERE c.started_at >= @from AND c.started_at < @until AND log.who = 0 AND log.ending IS NOT NULL GROUP BY log.ending
        """;

    private const string Waits = "SELECT joined_at - waiting_since, is_danger FROM desk_waits WHERE joined_at >= @from AND joined_at < @until";
    private const string WrapUps = "SELECT outcome, COUNT(*) FROM desk_outcomes WHERE at >= @from AND at < @until GROUP BY outcome";

    private const string Written = """
        SELECT log.conversation_id, log.at FROM conversations AS c JOIN conversation_log AS log ON log.conversation_id = c.id
        WHERE c.started_at >= @from AND c.started_at < @until AND log.who = 0 AND log.at <= c.started_at + @watched
        """;

    private const string Votes = "SELECT CASE WHEN helped = 1 THEN 'yes' ELSE 'no' END AS vote, COUNT(*) FROM answer_votes WHERE at >= @from AND at < @until GROUP BY helped";
    private const string Booked = "SELECT kind, state, COUNT(*) FROM appointments WHERE kind <> '' AND booked_at >= @from AND booked_at < @until GROUP BY kind, state";

    /// <summary>Somebody who wrote within the last hour may be about to answer.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private bool IsPostgres => connections.Provider == StorageProvider.PostgreSQL;

    // What is counted of the state is read in each engine's own way.
    private string Listed(string field) => IsPostgres
        ? $"SELECT item, COUNT(*) FROM conversations AS c, json_array_elements_text(c.facts::json -> '{field}') AS item WHERE c.started_at >= @from AND c.started_at < @until GROUP BY item"
        : $"SELECT item.value, COUNT(*) FROM conversations AS c, json_each(c.facts, '$.{field}') AS item WHERE c.started_at >= @from AND c.started_at < @until GROUP BY item.value";

    private string One(string onPostgres, string onSqlite, string more = "") => $"""
        SELECT one, COUNT(*) FROM (SELECT {(IsPostgres ? $"c.facts::json {onPostgres}" : $"json_extract(c.facts, '{onSqlite}')")} AS one FROM conversations AS c WHERE c.started_at >= @from AND c.started_at < @until{more}) AS of_state
        WHERE one IS NOT NULL AND one <> '' GROUP BY one
        """;

    public async Task<DeskFigures> OfAsync(FiguresPeriod period, CancellationToken cancellationToken)
    {
        var votes = await CountsAsync(Votes, period, cancellationToken);
        var finished = await CountsAsync(Listed("finished"), period, cancellationToken);
        return new(
            period,
            await connections.QueryAsync(Conversations, Read, cancellationToken, period.Values),
            await CountsAsync(Endings, period, cancellationToken),
            await CountsAsync(Listed("topics"), period, cancellationToken))
        {
            FirstContact = await FirstContactAsync(period, cancellationToken),
            Helped = votes.GetValueOrDefault("yes"),
            NotHelped = votes.GetValueOrDefault("no"),
            Stopped = await CountsAsync(One("->> 'openQuestion'", "$.openQuestion", " AND c.updated_at < @quiet"), period, cancellationToken, ("@quiet", (clock.GetUtcNow() - Quiet).ToUnixTimeMilliseconds())),
            Begun = Sum(await CountsAsync(Listed("forms"), period, cancellationToken), finished),
            Finished = finished,
            Patches = await CountsAsync(One("-> 'place' ->> 'patch'", "$.place.patch"), period, cancellationToken),
            Appointments = await connections.QueryAsync(Booked, row => (row.GetString(0), row.GetString(1), (int)row.GetInt64(2)), cancellationToken, period.Values),
            Reviews = await reviews.MadeAsync(period.From, period.Until, cancellationToken),
            Waits = await connections.QueryAsync(Waits, row => (TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(0))), row.GetInt64(1) == 1), cancellationToken, period.Values),
            WrapUps = await CountsAsync(WrapUps, period, cancellationToken),
            Referrals = await cases.CountedReferralsAsync(period.From, period.Until, cancellationToken),
            Alerts = await cases.CountedAlertsAsync(period.From, period.Until, cancellationToken),
        };
    }

    private async Task<FirstContact> FirstContactAsync(FiguresPeriod period, CancellationToken cancellationToken)
    {
        var earlier = period with { From = period.From - FirstContact.Watched, Until = period.Until - FirstContact.Watched };
        var written = await connections.QueryAsync(
            Written, row => (row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))), cancellationToken, [.. earlier.Values, ("@watched", (long)FirstContact.Watched.TotalMilliseconds)]);
        return FirstContact.Of(written);
    }

    private static ImmutableDictionary<string, int> Sum(ImmutableDictionary<string, int> some, ImmutableDictionary<string, int> more) =>
        more.Aggregate(some, (sum, count) => sum.SetItem(count.Key, sum.GetValueOrDefault(count.Key) + count.Value));

    private async Task<ImmutableDictionary<string, int>> CountsAsync(string sql, FiguresPeriod period, CancellationToken cancellationToken, params (string Name, object? Value)[] more) =>
        (await connections.QueryAsync(sql, row => KeyValuePair.Create(row.GetString(0), (int)row.GetInt64(1)), cancellationToken, [.. period.Values, .. more])).ToImmutableDictionary();

    private static CountedConversation Read(DbDataReader row) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1), (int)row.GetInt64(2), row.IsDBNull(7) ? "" : row.GetString(7))
        {
            HadOfficer = row.GetInt32(3) == 1,
            WantedPerson = row.GetInt32(4) == 1,
            WasSent = row.GetInt32(5) == 1,
            WasBooked = row.GetInt32(8) == 1,
            WasAnswered = row.GetInt32(6) == 1,
        };
}
