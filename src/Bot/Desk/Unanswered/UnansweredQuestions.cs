using System.Collections.Frozen;
using System.Collections.Immutable;
using TransformingLives.Bot.Content;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Desk.Unanswered;

/// <summary>What people asked that had no answer, read from the log, where every one of them is; and what authors have dealt with.</summary>
internal sealed class UnansweredQuestions(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    /// <summary>Older questions tell little about what to write now.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    private const int Most = 1_000;

    private const string Asked = """
        SELECT log.text, log.ending, log.at, conversations.state, conversations.id, log.sequence FROM conversation_log AS log
        JOIN conversations ON conversations.id = log.conversation_id
        WHERE log.ending IN ('not_found', 'out_of_scope') AND log.at >= @from AND log.who = 0 AND log.audience = 0
        ORDER BY log.at DESC LIMIT @count
        """;

    private const string DealWith = """
        INSERT INTO unanswered_dealt_with (question, at, by_whom) VALUES (@question, @at, @by)
        ON CONFLICT (question) DO UPDATE SET at = excluded.at, by_whom = excluded.by_whom
        """;

    /// <summary>The open ones, put together, without personal details. Asked again after it was dealt with, a question is open again.</summary>
    public async Task<ImmutableArray<QuestionCluster>> OpenAsync(Surroundings around, CancellationToken cancellationToken)
    {
        var from = (clock.GetUtcNow() - Lately).ToUnixTimeMilliseconds();
        var without = new WithoutPersonalDetails(OrdinaryWords.Of(around));
        var asked = await connections.QueryWholeAsync(Asked, row => Read(row, without, around.Content), cancellationToken, ("@from", from), ("@count", Most));
        var dealt = (await connections.QueryAsync("SELECT question, at FROM unanswered_dealt_with", row => (row.GetString(0), row.GetInt64(1)), cancellationToken)).ToFrozenDictionary(row => row.Item1, row => row.Item2);
        return PutTogether.Of(asked.Where(question => !dealt.TryGetValue(question.Id, out var at) || question.At.ToUnixTimeMilliseconds() > at));
    }

    /// <summary>An author has written what was missing, or has decided that nothing is.</summary>
    public Task DealWithAsync(QuestionCluster cluster, Officer author)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync("unanswered", async (session, token) =>
        {
            foreach (var question in cluster.Questions.Select(question => question.Id).Distinct())
            {
                await session.Command(DealWith, ("@question", question), ("@at", at), ("@by", author.Id)).ExecuteNonQueryAsync(token);
            }

            return true;
        });
    }

    private static AskedQuestion Read(SealedRow row, WithoutPersonalDetails without, BotContent content)
    {
        var told = PersonalWords.Of(ConversationJson.ReadConversation(row.Open(3, SealedConversations.State(row.GetString(4)))), content);
        return new AskedQuestion(without.Of(row.Open(0, SealedConversations.Line("text", row.GetString(4), row.GetInt64(5))), told), row.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)));
    }
}
