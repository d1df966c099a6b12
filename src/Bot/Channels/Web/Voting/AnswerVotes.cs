using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Web.Voting;

/// <summary>Whether answers helped, as residents say. One vote for an answer: the last one counts.</summary>
internal sealed class AnswerVotes(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Find = "SELECT reply FROM conversation_log WHERE conversation_id = @id AND sequence = @sequence AND who = 1 AND reply IS NOT NULL";

    private const string Vote = """
        INSERT INTO answer_votes (conversation_id, sequence, guide, helped, at) VALUES (@id, @sequence, @guide, @helped, @at)
        ON CONFLICT (conversation_id, sequence) DO UPDATE SET helped = excluded.helped, at = excluded.at
        """;

    /// <summary>Keeps a vote; false when there is no such answer of a guide.</summary>
    public async Task<bool> AddAsync(string conversationId, long sequence, bool helped, CancellationToken cancellationToken)
    {
        var replies = await connections.QuerySealedAsync(Find, row => ConversationJson.ReadReply(row.Open(0, SealedConversations.Line("reply", conversationId, sequence))), cancellationToken, ("@id", conversationId), ("@sequence", sequence));
        if (replies is not [{ Guide: { } guide }])
        {
            return false;
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await commits.RunAsync(conversationId, async (session, token) => await session.Command(
                Vote, ("@id", conversationId), ("@sequence", sequence), ("@guide", guide), ("@helped", helped ? 1 : 0), ("@at", now))
            .ExecuteNonQueryAsync(token) == 1);
    }

    /// <summary>The votes of a time, with what was asked and by whom it was asked, to be shown without personal details; the newest first.</summary>
    public Task<ImmutableArray<VotedAnswer>> OfAsync(DateTimeOffset from, int count, CancellationToken cancellationToken) => connections.QueryWholeAsync(
        """
        SELECT v.guide, v.helped, c.state, l.text, c.id, l.sequence
        FROM answer_votes AS v JOIN conversations AS c ON c.id = v.conversation_id LEFT JOIN conversation_log AS l ON l.conversation_id = v.conversation_id
            AND l.sequence = (SELECT MAX(said.sequence) FROM conversation_log AS said WHERE said.conversation_id = v.conversation_id AND said.sequence < v.sequence AND said.who = 0)
        WHERE v.at >= @from ORDER BY v.at DESC LIMIT @count
        """,
        row => new VotedAnswer(
            row.GetString(0),
            row.GetInt32(1) == 1,
            row.IsDBNull(3) ? "" : row.Open(3, SealedConversations.Line("text", row.GetString(4), row.GetInt64(5))),
            ConversationJson.ReadConversation(row.Open(2, SealedConversations.State(row.GetString(4))))),
        cancellationToken,
        ("@from", from.ToUnixTimeMilliseconds()),
        ("@count", count));
}

/// <summary>An answer that somebody voted on.</summary>
/// <param name="Guide">Id of the guide that answered.</param>
/// <param name="Helped">It helped.</param>
/// <param name="Asked">What was asked, as it was asked.</param>
/// <param name="Conversation">Whose: to take out what says who they are.</param>
internal sealed record VotedAnswer(string Guide, bool Helped, string Asked, Conversation Conversation);
