using System.Data.Common;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Desk.Chatwoot;

/// <summary>The places, stored: after a restart, and on another node, it is known what has been told.</summary>
internal sealed class ChatwootPlaces(StorageConnections connections, CommitQueue commits)
{
    private const string Columns = "conversation_id, contact, their_id, sent, last_message, is_open, is_urgent";

    /// <summary>The place of one of our conversations; null when it has none.</summary>
    public async Task<ChatwootPlace?> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        (await connections.QueryAsync($"SELECT {Columns} FROM chatwoot_places WHERE conversation_id = @id", Read, cancellationToken, ("@id", conversationId))).FirstOrDefault();

    /// <summary>The place of one of their conversations; null when it is none of ours.</summary>
    public async Task<ChatwootPlace?> FindAsync(long theirId, CancellationToken cancellationToken) =>
        (await connections.QueryAsync($"SELECT {Columns} FROM chatwoot_places WHERE their_id = @id", Read, cancellationToken, ("@id", theirId))).FirstOrDefault();

    /// <summary>Writes down how far they have been told.</summary>
    public Task KeepAsync(ChatwootPlace place) => commits.RunAsync(place.ConversationId, (session, token) => session.Command(
            """
            INSERT INTO chatwoot_places (conversation_id, contact, their_id, sent, last_message, is_open, is_urgent) VALUES (@id, @contact, @theirs, @sent, @last, @open, @urgent)
            ON CONFLICT (conversation_id) DO UPDATE SET contact = excluded.contact, their_id = excluded.their_id, sent = excluded.sent, last_message = excluded.last_message, is_open = excluded.is_open, is_urgent = excluded.is_urgent
            """,
            ("@id", place.ConversationId), ("@contact", place.Contact), ("@theirs", place.TheirId), ("@sent", place.Sent), ("@last", place.LastMessage), ("@open", place.IsOpen ? 1L : 0L), ("@urgent", place.IsUrgent ? 1L : 0L))
        .ExecuteNonQueryAsync(token));

    /// <summary>It is there no more: somebody deleted it.</summary>
    public Task ForgetAsync(string conversationId) => commits.RunAsync(conversationId, (session, token) => session.Command("DELETE FROM chatwoot_places WHERE conversation_id = @id", ("@id", conversationId)).ExecuteNonQueryAsync(token));

    private static ChatwootPlace Read(DbDataReader row) => new(row.GetString(0), row.GetString(1), row.GetInt64(2))
    {
        Sent = row.GetInt64(3),
        LastMessage = row.GetInt64(4),
        IsOpen = row.GetInt64(5) == 1,
        IsUrgent = row.GetInt64(6) == 1,
    };
}
