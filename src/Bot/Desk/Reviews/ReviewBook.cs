using System.Collections.Immutable;
using System.Data.Common;
using System.Text.Json;
using TransformingLives.Bot.Conversations;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Desk.Reviews;

/// <summary>Reviews of finished conversations, and what could be reviewed.</summary>
internal sealed class ReviewBook(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>A conversation is finished for the assistant when nobody has written for so long.</summary>
    private static readonly TimeSpan AtRest = TimeSpan.FromHours(1);

    private static readonly TimeSpan Lately = TimeSpan.FromDays(28);

    private const string Closed = """
        SELECT o.conversation_id, o.version, o.at, c.channel, o.outcome, (SELECT COUNT(*) FROM desk_reviews AS r WHERE r.conversation_id = o.conversation_id AND r.matter = o.version) AS reviews
        FROM desk_outcomes AS o JOIN conversations AS c ON c.id = o.conversation_id WHERE o.at >= @from
        """;

    private const string Alone = """
        SELECT c.id, 0, c.updated_at, c.channel, '', (SELECT COUNT(*) FROM desk_reviews AS r WHERE r.conversation_id = c.id AND r.matter = 0) AS reviews
        FROM conversations AS c WHERE c.updated_at >= @from AND c.updated_at < @rest
            AND NOT EXISTS (SELECT 1 FROM desk_outcomes AS o WHERE o.conversation_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM desk_queue AS q WHERE q.conversation_id = c.id)
            AND EXISTS (SELECT 1 FROM conversation_log AS l WHERE l.conversation_id = c.id AND l.who = 0)
        """;

    private const string Save = """
        INSERT INTO desk_reviews (conversation_id, matter, reviewer_id, reviewer_name, at, answers, note) VALUES (@id, @matter, @reviewer, @name, @at, @answers, @note)
        ON CONFLICT (conversation_id, matter, reviewer_id) DO UPDATE SET reviewer_name = excluded.reviewer_name, at = excluded.at, answers = excluded.answers, note = excluded.note
        """;

    private const string Columns = "conversation_id, matter, reviewer_name, at, answers, note, reviewer_id";

    /// <summary>What is sealed of a review: supervisors write of people there.</summary>
    public static SealedTable Sealed { get; } = new("desk_reviews", ["conversation_id", "matter", "reviewer_id"], "conversation_id", "0", ["note"]);

    /// <summary>What ended lately: what officers closed, and what the assistant had alone.</summary>
    public async Task<ImmutableArray<FinishedConversation>> FinishedAsync(CancellationToken cancellationToken)
    {
        (string, object?)[] values = [.. Ended(), ("@count", Most)];
        var closed = await connections.QueryAsync($"{Closed} ORDER BY o.at DESC LIMIT @count", ReadFinished, cancellationToken, values);
        return [.. closed, .. await connections.QueryAsync($"{Alone} ORDER BY c.updated_at DESC LIMIT @count", ReadFinished, cancellationToken, values)];
    }

    /// <summary>One that ended lately; null when there is none, or when it goes on.</summary>
    public async Task<FinishedConversation?> FindAsync(string conversationId, int matter, CancellationToken cancellationToken) =>
        (await connections.QueryAsync(
            matter == 0 ? $"{Alone} AND c.id = @id" : $"{Closed} AND o.conversation_id = @id AND o.version = @matter",
            ReadFinished,
            cancellationToken,
            [.. Ended(), ("@id", conversationId), ("@matter", matter)])).FirstOrDefault();

    /// <summary>The reviews of a matter, the newest first.</summary>
    public Task<ImmutableArray<Review>> OfAsync(string conversationId, int matter, CancellationToken cancellationToken) => connections.QuerySealedAsync(
        $"SELECT {Columns} FROM desk_reviews WHERE conversation_id = @id AND matter = @matter ORDER BY at DESC",
        Read,
        cancellationToken,
        ("@id", conversationId),
        ("@matter", matter));

    /// <summary>The reviews made in a time: from its beginning, up to before its end.</summary>
    public Task<ImmutableArray<Review>> MadeAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) => connections.QuerySealedAsync(
        $"SELECT {Columns} FROM desk_reviews WHERE at >= @from AND at < @until ORDER BY at DESC",
        Read,
        cancellationToken,
        ("@from", from.ToUnixTimeMilliseconds()),
        ("@until", until.ToUnixTimeMilliseconds()));

    /// <summary>Keeps a review; the same supervisor's again is put in place of the first.</summary>
    public Task SaveAsync(Review review, Officer reviewer) => commits.RunAsync($"review {review.ConversationId}", async (session, token) => await session.Command(
            Save,
            ("@id", review.ConversationId), ("@matter", review.Matter), ("@reviewer", reviewer.Id), ("@name", reviewer.Name), ("@at", review.At.ToUnixTimeMilliseconds()),
            ("@answers", JsonSerializer.Serialize(review.Answers.ToDictionary(answer => answer.Key, answer => (int)answer.Value))), ("@note", await session.Keys.SealAsync(review.ConversationId, KeyPart.Said, Sealed.PlaceOf("note", review.ConversationId, review.Matter, reviewer.Id), StorableText.Of(review.Note), token)))
        .ExecuteNonQueryAsync(token));

    private (string, object?)[] Ended()
    {
        var now = clock.GetUtcNow();
        return [("@from", (now - Lately).ToUnixTimeMilliseconds()), ("@rest", (now - AtRest).ToUnixTimeMilliseconds())];
    }

    private static FinishedConversation ReadFinished(DbDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)), row.GetString(3), row.GetString(4), (int)row.GetInt64(5));

    private static Review Read(SealedRow row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
        JsonSerializer.Deserialize<Dictionary<string, int>>(row.GetString(4))!.ToImmutableDictionary(answer => answer.Key, answer => (ReviewAnswer)answer.Value),
        row.OpenOr(5, Sealed.PlaceOf("note", row.GetString(0), row.GetInt32(1), row.GetString(6)), "(the note can't be opened)"));
}
