using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations;

/// <summary>Keeps conversations and their logs. A turn is one transaction: message, replies, state and work.</summary>
public sealed class ConversationStore(StorageConnections connections, CouncilCases cases)
{
    /// <summary>Brings the tables of this room to today's shape.</summary>
    public async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await SchemaUpgrade.ApplyAsync(connection, connections.Provider, typeof(ConversationStore).Assembly, "conversations", cancellationToken);
    }

    /// <summary>The conversation of an id; null when there is none.</summary>
    public async Task<Conversation?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = Open(connection);
        var row = await db.Conversations.AsNoTracking().FirstOrDefaultAsync(r => r.Id == conversationId, cancellationToken);
        return row is null ? null : ConversationJson.ReadConversation(row.State) with { Version = row.Version };
    }

    /// <summary>Channel and length of a conversation's log, without the rest of it; null when there is none.</summary>
    public async Task<ConversationHead?> FindHeadAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = Open(connection);
        return await db.Conversations.AsNoTracking().Where(r => r.Id == conversationId).Select(r => new ConversationHead(r.Channel, r.LastSequence)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The log after a sequence number, oldest first.</summary>
    public async Task<ImmutableArray<LogEntry>> ReadLogAsync(string conversationId, long afterSequence, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = Open(connection);
        var rows = await db.Log.AsNoTracking()
            .Where(r => r.ConversationId == conversationId && r.Sequence > afterSequence)
            .OrderBy(r => r.Sequence)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(ToEntry)];
    }

    /// <summary>The conversations that changed last, newest first.</summary>
    public async Task<ImmutableArray<Conversation>> RecentAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = Open(connection);
        var rows = await db.Conversations.AsNoTracking().OrderByDescending(r => r.UpdatedAt).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(row => ConversationJson.ReadConversation(row.State) with { Version = row.Version })];
    }

    /// <summary>How a message with this key was answered before; null when it is new.</summary>
    public async Task<TurnResult?> FindTurnAsync(string conversationId, string key, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var db = Open(connection);
        var storedKey = StorableText.Of(key);
        var message = await db.Log.AsNoTracking().FirstOrDefaultAsync(r => r.ConversationId == conversationId && r.Key == storedKey, cancellationToken);
        if (message is null)
        {
            return null;
        }

        var next = await db.Log.AsNoTracking()
            .Where(r => r.ConversationId == conversationId && r.Sequence > message.Sequence && r.Key != null)
            .OrderBy(r => r.Sequence).Select(r => (long?)r.Sequence).FirstOrDefaultAsync(cancellationToken) ?? long.MaxValue;
        var replies = await db.Log.AsNoTracking()
            .Where(r => r.ConversationId == conversationId && r.Sequence > message.Sequence && r.Sequence < next && r.Reply != null)
            .OrderBy(r => r.Sequence).ToListAsync(cancellationToken);
        return new TurnResult(conversationId, message.Ending ?? "", [.. replies.Select(r => ConversationJson.ReadReply(r.Reply)!)], replies.Count > 0 ? replies[^1].Sequence : message.Sequence) { MessageSequence = message.Sequence };
    }

    /// <summary>Stores a new conversation with what is said first.</summary>
    public async Task<long> AddAsync(Conversation conversation, ImmutableArray<Reply> welcome, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var db = Open(connection, transaction);
        var at = conversation.StartedAt.ToUnixTimeMilliseconds();
        var row = new ConversationRow
        {
            Id = conversation.Id,
            Version = conversation.Version,
            Channel = conversation.Channel,
            StartedAt = at,
            UpdatedAt = at,
            State = ConversationJson.Write(conversation),
        };
        AppendReplies(db, row, welcome, at);
        db.Conversations.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row.LastSequence;
    }

    /// <summary>Stores a turn, all or nothing.</summary>
    public async Task<StoreResult> CommitAsync(StoredTurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var db = Open(connection, transaction);
        var row = await db.Conversations.FirstOrDefaultAsync(r => r.Id == turn.After.Id, cancellationToken);
        if (row is null || row.Version != turn.Before)
        {
            return new StoreResult.Conflict();
        }

        // Times never go back along a log, even when the clock does.
        var at = Math.Max(now.ToUnixTimeMilliseconds(), row.UpdatedAt);
        AppendMessage(db, row, turn, at);
        AppendReplies(db, row, turn.Replies, at);
        row.Version = turn.Before + 1;
        row.UpdatedAt = at;
        row.Channel = turn.After.Channel;
        row.State = ConversationJson.Write(turn.After with { Version = row.Version });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new StoreResult.Conflict();
        }

        foreach (var work in turn.Work)
        {
            await cases.EnqueueAsync(transaction, work, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return new StoreResult.Stored(row.LastSequence);
    }

    private static void AppendMessage(ConversationDb db, ConversationRow row, StoredTurn turn, long at)
    {
        if (turn.Message is not { } message)
        {
            return;
        }

        db.Log.Add(new LogRow
        {
            ConversationId = row.Id,
            Sequence = ++row.LastSequence,
            At = at,
            Who = (int)turn.Who,
            Text = StorableText.Of(message.Text),
            Key = StorableText.Of(message.Key),
            Activity = message.Activity,
            Ending = turn.Ending,
        });
    }

    private static void AppendReplies(ConversationDb db, ConversationRow row, ImmutableArray<Reply> replies, long at)
    {
        foreach (var reply in replies)
        {
            db.Log.Add(new LogRow
            {
                ConversationId = row.Id,
                Sequence = ++row.LastSequence,
                At = at,
                Who = (int)Speaker.Assistant,
                Text = StorableText.Of(reply.Text),
                Reply = ConversationJson.Write(reply),
            });
        }
    }

    private static LogEntry ToEntry(LogRow row) =>
        new(row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.At), (Speaker)row.Who, row.Text, ConversationJson.ReadReply(row.Reply)) { Activity = row.Activity };

    private ConversationDb Open(DbConnection connection, DbTransaction? transaction = null)
    {
        var options = new DbContextOptionsBuilder<ConversationDb>();
        var db = new ConversationDb((connections.Provider == StorageProvider.SQLite ? options.UseSqlite(connection) : options.UseNpgsql(connection)).Options);
        if (transaction is not null)
        {
            db.Database.UseTransaction(transaction);
        }

        return db;
    }
}
