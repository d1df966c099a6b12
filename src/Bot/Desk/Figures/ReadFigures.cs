using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Figures;

/// <summary>Counts what is in the log and the register. There is no second set of books: the log is the truth.</summary>
internal sealed class ReadFigures(StorageConnections connections, CouncilCases cases)
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

    // The only statement here that the engines write differently.
    private string Topics => connections.Provider == StorageProvider.PostgreSQL
        ? "SELECT topic, COUNT(*) FROM conversations AS c, json_array_elements_text(c.state::json -> 'topics') AS topic WHERE c.started_at >= @from AND c.started_at < @until GROUP BY topic"
        : "SELECT topic.value, COUNT(*) FROM conversations AS c, json_each(c.state, '$.topics') AS topic WHERE c.started_at >= @from AND c.started_at < @until GROUP BY topic.value";

    public async Task<DeskFigures> OfAsync(FiguresPeriod period, CancellationToken cancellationToken) => new(
        period,
        await connections.QueryAsync(Conversations, Read, cancellationToken, period.Values),
        await CountsAsync(Endings, period, cancellationToken),
        await CountsAsync(Topics, period, cancellationToken))
    {
        Waits = await connections.QueryAsync(Waits, row => (TimeSpan.FromMilliseconds(Math.Max(0, row.GetInt64(0))), row.GetInt64(1) == 1), cancellationToken, period.Values),
        WrapUps = await CountsAsync(WrapUps, period, cancellationToken),
        Referrals = await cases.CountedReferralsAsync(period.From, period.Until, cancellationToken),
        Alerts = await cases.CountedAlertsAsync(period.From, period.Until, cancellationToken),
    };

    private async Task<ImmutableDictionary<string, int>> CountsAsync(string sql, FiguresPeriod period, CancellationToken cancellationToken) =>
        (await connections.QueryAsync(sql, row => KeyValuePair.Create(row.GetString(0), (int)row.GetInt64(1)), cancellationToken, period.Values)).ToImmutableDictionary();

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
