using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations;

/// <summary>Writes a turn: one statement that moves the conversation on, if it stands where it was decided on and the message is new, and its lines of the log.</summary>
internal static class TurnWriter
{
    private const string Move = """
        UPDATE conversations SET version = version + 1, channel = @channel, state = @state, facts = @facts, last_sequence = last_sequence + @count,
            updated_at = CASE WHEN updated_at > @now THEN updated_at ELSE @now END
        WHERE id = @id AND version = @before AND NOT EXISTS (SELECT 1 FROM conversation_log WHERE conversation_id = @id AND message_key = @key)
        RETURNING last_sequence, updated_at
        """;

    private const string Append = "INSERT INTO conversation_log (conversation_id, sequence, at, who, text, reply, message_key, activity, ending, event, speaker_name, audience) VALUES (@id, @sequence, @at, @who, @text, @reply, @key, @activity, @ending, @event, @name, @audience)";

    /// <summary>The same in one round trip.</summary>
    private const string MoveAndAppend = $"""
        WITH moved AS ({Move}), said AS (
            INSERT INTO conversation_log (conversation_id, sequence, at, who, text, reply, message_key, activity, ending, event, speaker_name, audience)
            SELECT @id, moved.last_sequence - @count + line.number, moved.updated_at, line.who, line.text, line.reply, line.message_key, line.activity, line.ending, line.event, line.speaker_name, line.audience
            FROM moved, unnest(@whos, @texts, @replies, @keys, @activities, @endings, @events, @names, @audiences) WITH ORDINALITY AS line (who, text, reply, message_key, activity, ending, event, speaker_name, audience, number))
        SELECT last_sequence, updated_at FROM moved
        """;

    private const string Begin = "INSERT INTO conversations (id, version, channel, started_at, updated_at, last_sequence, state, facts) VALUES (@id, @version, @channel, @at, @at, @count, @state, @facts) ON CONFLICT (id) DO NOTHING";

    /// <summary>A line that stands elsewhere than was expected, sealed for where it stands.</summary>
    private const string SealAgain = "UPDATE conversation_log SET text = @text, reply = @reply, activity = @activity WHERE conversation_id = @id AND sequence = @sequence";

    /// <summary>A conversation that begins, with what is said first; false when it has begun already.</summary>
    public static async Task<bool> BeginAsync(StorageSession session, Conversation conversation, SealedTurn turn, CancellationToken cancellationToken)
    {
        var at = conversation.StartedAt.ToUnixTimeMilliseconds();
        var begun = await session.Command(Begin, ("@id", conversation.Id), ("@version", conversation.Version), ("@channel", conversation.Channel), ("@at", at), ("@count", (long)turn.Rows.Length), ("@state", turn.State), ("@facts", turn.Facts))
            .ExecuteNonQueryAsync(cancellationToken);
        if (begun == 1)
        {
            await AppendAsync(session, conversation.Id, turn.Rows, turn.Rows.Length, at, cancellationToken);
        }

        return begun == 1;
    }

    /// <summary>The sequence and the time of the last line; null when somebody else's turn came first or the message was there already.</summary>
    public static async Task<(long Sequence, long At)?> MoveAsync(StorageSession session, StoredTurn turn, SealedTurn kept, long now, CancellationToken cancellationToken)
    {
        var rows = kept.Rows;
        var key = rows.Length > 0 ? rows[0].Key : null;
        if (session.Provider == StorageProvider.PostgreSQL)
        {
            return await LastAsync(
                session.Command(
                    MoveAndAppend,
                    ("@id", turn.After.Id), ("@before", turn.Before), ("@channel", turn.After.Channel), ("@state", kept.State), ("@facts", kept.Facts), ("@count", (long)rows.Length), ("@now", now), ("@key", key ?? ""),
                    ("@whos", rows.Select(row => row.Who).ToArray()), ("@texts", rows.Select(row => row.Text).ToArray()), ("@replies", rows.Select(row => row.Reply).ToArray()),
                    ("@keys", rows.Select(row => row.Key).ToArray()), ("@activities", rows.Select(row => row.Activity).ToArray()), ("@endings", rows.Select(row => row.Ending).ToArray()),
                    ("@events", rows.Select(row => row.Event).ToArray()), ("@names", rows.Select(row => row.SpeakerName).ToArray()), ("@audiences", rows.Select(row => row.Audience).ToArray())),
                cancellationToken);
        }

        var last = await LastAsync(
            session.Command(Move, ("@id", turn.After.Id), ("@before", turn.Before), ("@channel", turn.After.Channel), ("@state", kept.State), ("@facts", kept.Facts), ("@count", (long)rows.Length), ("@now", now), ("@key", key)),
            cancellationToken);
        if (last is { } moved)
        {
            await AppendAsync(session, turn.After.Id, rows, moved.Sequence, moved.At, cancellationToken);
        }

        return last;
    }

    /// <summary>Seals lines again that came to stand elsewhere: whoever decided the turn knew less of the log than was there.</summary>
    public static async Task SealAgainAsync(StorageSession session, string id, LogRow[] rows, long first, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            await session.Command(SealAgain, ("@text", rows[i].Text), ("@reply", rows[i].Reply), ("@activity", rows[i].Activity), ("@id", id), ("@sequence", first + i)).ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task AppendAsync(StorageSession session, string id, LogRow[] rows, long lastSequence, long at, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            await session.Command(
                    Append,
                    ("@id", id), ("@sequence", lastSequence - rows.Length + 1 + i), ("@at", at), ("@who", row.Who), ("@text", row.Text), ("@reply", row.Reply), ("@key", row.Key), ("@activity", row.Activity), ("@ending", row.Ending),
                    ("@event", row.Event), ("@name", row.SpeakerName), ("@audience", row.Audience))
                .ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<(long Sequence, long At)?> LastAsync(System.Data.Common.DbCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }
}
