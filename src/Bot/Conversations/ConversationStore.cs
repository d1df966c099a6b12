using System.Collections.Immutable;
using TransformingLives.Bot.Appointments;
using TransformingLives.Bot.Conversations.Waiting;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations;

/// <summary>Keeps conversations and their logs. A turn is one transaction: message, replies, state and work.</summary>
public sealed class ConversationStore(StorageConnections connections, CommitQueue commits, CouncilCases cases, IEnumerable<IHandoffDesk> desks) : IDisposable
{
    private const string ConversationColumns = "state, version, id, last_sequence";
    private readonly ImmutableArray<IHandoffDesk> desks = [.. desks];
    private readonly ConversationCache cache = new();

    /// <summary>Brings the tables of this room to today's shape.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenForWritingAsync(cancellationToken);
        await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(ConversationStore).Assembly, "conversations", cancellationToken);
    }

    /// <summary>The conversation of an id as it is stored; null when there is none.</summary>
    public async Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        var found = await connections.QuerySealedAsync($"SELECT {ConversationColumns} FROM conversations WHERE id = @id", ReadConversation, cancellationToken, ("@id", conversationId));
        return found.FirstOrDefault();
    }

    /// <summary>Channel and length of a conversation's log, without the rest of it; null when there is none.</summary>
    public async Task<ConversationHead?> FindHeadAsync(string conversationId, CancellationToken cancellationToken)
    {
        var found = await connections.QueryAsync(
            "SELECT channel, last_sequence FROM conversations WHERE id = @id", row => new ConversationHead(row.GetString(0), row.GetInt64(1)), cancellationToken, ("@id", conversationId));
        return found.FirstOrDefault();
    }

    /// <summary>The conversation to answer a message in, and the answer if it was answered before. The conversation may be a little behind the database: storing a turn on it finds out.</summary>
    public async Task<(Conversation? Conversation, TurnResult? Earlier)> LoadAsync(string conversationId, string key, CancellationToken cancellationToken)
    {
        if (cache.Find(conversationId, key) is { } held)
        {
            return (held, null);
        }

        var found = await connections.QuerySealedAsync(
            $"SELECT {ConversationColumns}, EXISTS (SELECT 1 FROM conversation_log WHERE conversation_id = @id AND message_key = @key) FROM conversations WHERE id = @id",
            row => (Conversation: ReadConversation(row), IsAnswered: row.GetBoolean(4)),
            cancellationToken,
            ("@id", conversationId),
            ("@key", StorableText.Of(key)));
        return found is [var (conversation, isAnswered)]
            ? (conversation, isAnswered ? await FindTurnAsync(conversationId, key, cancellationToken) : null)
            : (null, null);
    }

    /// <summary>What the resident may see of the log after a sequence number, oldest first. Every channel reads this, so this is where notes for staff are kept back.</summary>
    public Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long afterSequence, CancellationToken cancellationToken) =>
        ReadLogAsync(conversationId, afterSequence, Audience.Everybody, cancellationToken);

    /// <summary>The whole log after a sequence number, with the notes of staff, oldest first: for the desk and nobody else.</summary>
    public Task<ImmutableArray<LogEntry>> ReadStaffLogAsync(string conversationId, long afterSequence, CancellationToken cancellationToken) =>
        ReadLogAsync(conversationId, afterSequence, Audience.Staff, cancellationToken);

    /// <summary>The conversations that changed last, newest first.</summary>
    public Task<ImmutableArray<Conversation>> RecentAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryWholeAsync($"SELECT {ConversationColumns} FROM conversations ORDER BY updated_at DESC LIMIT @count", ReadConversation, cancellationToken, ("@count", count));

    /// <summary>How a message with this key was answered before; null when it is new.</summary>
    public async Task<TurnResult?> FindTurnAsync(string conversationId, string key, CancellationToken cancellationToken)
    {
        // The message, and all up to the next message.
        const string Sql = """
            SELECT said.sequence, said.reply, said.ending FROM conversation_log AS said
            JOIN conversation_log AS asked ON asked.conversation_id = said.conversation_id AND asked.message_key = @key
            WHERE said.conversation_id = @id AND said.sequence >= asked.sequence AND said.sequence < COALESCE(
                (SELECT MIN(next.sequence) FROM conversation_log AS next WHERE next.conversation_id = @id AND next.sequence > asked.sequence AND next.message_key IS NOT NULL), said.sequence + 1)
            ORDER BY said.sequence
            """;
        var rows = await connections.QuerySealedAsync(
            Sql,
            row => (Sequence: row.GetInt64(0), Reply: row.OpenOrNull(1, SealedConversations.Line("reply", conversationId, row.GetInt64(0))), Ending: row.IsDBNull(2) ? "" : row.GetString(2)),
            cancellationToken,
            ("@id", conversationId),
            ("@key", StorableText.Of(key)));
        return rows.IsEmpty
            ? null
            : new TurnResult(conversationId, rows[0].Ending, [.. rows.Select(row => ConversationJson.ReadReply(row.Reply)).OfType<Reply>()], rows[^1].Sequence) { MessageSequence = rows[0].Sequence };
    }

    /// <summary>Stores a new conversation with what is said first.</summary>
    /// <returns>False when it had begun already, and was left as it is.</returns>
    /// <exception cref="StorageUnavailableException">It could not be stored.</exception>
    public async Task<bool> AddAsync(Conversation conversation, ImmutableArray<Reply> welcome, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        cancellationToken.ThrowIfCancellationRequested();
        var rows = LogRow.Of(new StoredTurn(null, 0, conversation, welcome, [], ""));
        var state = ConversationJson.Write(conversation);
        var facts = ConversationJson.Facts(conversation);
        var isNew = await commits.RunAsync(conversation.Id, async (session, token) =>
        {
            // Somebody who was erased on another node may begin again under the same id, with a key of their own.
            var key = await session.Keys.OfNewAsync(conversation.Id, KeyPart.Said, token);
            return await TurnWriter.BeginAsync(session, conversation, SealedTurn.Of(key, conversation.Id, (state, facts), rows, 1), token);
        });
        if (isNew)
        {
            cache.Hold(conversation with { LastSequence = rows.Length }, null, state.Length);
        }

        return isNew;
    }

    /// <summary>Stores a turn, all or nothing. It is on the disk when this returns. Once begun it goes on, whoever has stopped listening.</summary>
    /// <exception cref="StorageUnavailableException">Nothing of it is stored.</exception>
    public async Task<StoreResult> CommitAsync(StoredTurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        cancellationToken.ThrowIfCancellationRequested();
        var after = turn.After with { Version = turn.Before + 1 };
        var state = ConversationJson.Write(after);
        var rows = LogRow.Of(turn);
        var facts = ConversationJson.Facts(after);

        // Sealed beside the others, not in their way, where this node knows the key already.
        var expected = turn.After.LastSequence + 1;
        var ready = connections.HeldKey(after.Id, KeyPart.Said) is { } held ? SealedTurn.Of(held, after.Id, (state, facts), rows, expected) : null;
        var last = await commits.RunAsync(turn.After.Id, async (session, token) =>
        {
            if (!await DiaryWriter.HoldAsync(session, turn, now.ToUnixTimeMilliseconds(), token))
            {
                return null;
            }

            var kept = ready ?? SealedTurn.Of(await session.Keys.OfAsync(after.Id, KeyPart.Said, token), after.Id, (state, facts), rows, expected);
            var moved = await TurnWriter.MoveAsync(session, turn, kept, now.ToUnixTimeMilliseconds(), token);
            if (moved is { } there)
            {
                if (there.Sequence - rows.Length + 1 is var first && first != kept.First)
                {
                    var key = await session.Keys.OfAsync(after.Id, KeyPart.Said, token);
                    await TurnWriter.SealAgainAsync(session, after.Id, SealedTurn.Lines(key, after.Id, rows, first), first, token);
                }

                foreach (var desk in desks)
                {
                    await desk.FollowAsync(session, turn, there.At, token);
                }

                await DiaryWriter.ReleaseAsync(session, turn, there.At, token);
            }
            else
            {
                await DiaryWriter.LetGoAsync(session, turn, token);
            }

            foreach (var work in moved is null ? [] : turn.Work)
            {
                await cases.EnqueueAsync(session, await ConversationTranscript.AddAsync(session, work, token), token);
            }

            return moved;
        });
        if (last is not { } stored)
        {
            cache.Forget(turn.After.Id);
            return new StoreResult.Conflict();
        }

        if (!turn.Work.IsEmpty || turn.TouchesDesk)
        {
            cases.Wake();
        }

        cache.Hold(after with { LastSequence = stored.Sequence }, turn.Message?.Key, state.Length);
        return new StoreResult.Stored(stored.Sequence);
    }

    /// <inheritdoc/>
    public void Dispose() => cache.Dispose();

    private Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long afterSequence, Audience reader, CancellationToken cancellationToken) => connections.QuerySealedAsync(
        $"SELECT {LogRow.EntryColumns} FROM conversation_log WHERE conversation_id = @id AND sequence > @after AND audience <= @audience ORDER BY sequence",
        row => LogRow.ReadEntry(row, conversationId),
        cancellationToken,
        ("@id", conversationId),
        ("@after", afterSequence),
        ("@audience", (int)reader));

    private static Conversation ReadConversation(SealedRow row) =>
        ConversationJson.ReadConversation(row.Open(0, SealedConversations.State(row.GetString(2)))) with { Version = row.GetInt32(1), LastSequence = row.GetInt64(3) };
}
