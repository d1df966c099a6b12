using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Sms.Sending;

/// <summary>Texts that go out: stored first, then sent, each once as far as anybody can know.</summary>
public sealed class TextOutbox(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Columns = "id, conversation_id, kind, address, body, at, state, attempts, provider_id, problem";

    /// <summary>A held text is of no use any more after so long.</summary>
    private static readonly TimeSpan LongestHeld = TimeSpan.FromDays(1);

    /// <summary>Wants a text sent. The same id again changes nothing.</summary>
    public Task<bool> AddAsync(string id, string conversationId, string kind, string address, string body) => AddAsync(id, conversationId, kind, address, body, TextState.Waiting);

    /// <summary>Keeps a text until its number is shown to belong to the person of the conversation.</summary>
    public Task<bool> HoldAsync(string id, string conversationId, string kind, string address, string body) => AddAsync(id, conversationId, kind, address, body, TextState.Held);

    /// <summary>The number is theirs: what was held for it goes out.</summary>
    public Task ReleaseAsync(string conversationId, string address)
    {
        var now = clock.GetUtcNow();
        return commits.RunAsync(conversationId, async (session, token) =>
        {
            // Of one conversation a few texts are held at most: their numbers are opened, and not looked for.
            var held = await session.ReadSealedAsync(
                session.Command("SELECT id, address FROM outgoing_texts WHERE conversation_id = @conversation AND state = 'held' AND at > @old", ("@conversation", conversationId), ("@old", (now - LongestHeld).ToUnixTimeMilliseconds())),
                row => (Id: row.GetString(0), Address: row.OpenOr(1, Where("address", row.GetString(0)), "")),
                token);
            foreach (var (id, _) in held.Where(text => text.Address == address))
            {
                await session.Command("UPDATE outgoing_texts SET state = 'waiting', next_at = @now WHERE id = @id AND state = 'held'", ("@now", now.ToUnixTimeMilliseconds()), ("@id", id)).ExecuteNonQueryAsync(token);
            }

            return held.Length;
        });
    }

    private Task<bool> AddAsync(string id, string conversationId, string kind, string address, string body, TextState state)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync(id, async (session, token) =>
        {
            var number = await session.Keys.SealAsync(conversationId, KeyPart.Said, Where("address", id), address, token);
            var words = await session.Keys.SealAsync(conversationId, KeyPart.Said, Where("body", id), body, token);
            return await session.Command(
                    """
                    INSERT INTO outgoing_texts (id, conversation_id, kind, address, body, at, state, attempts, next_at)
                    VALUES (@id, @conversation, @kind, @address, @body, @now, @state, 0, @now) ON CONFLICT (id) DO NOTHING
                    """,
                    ("@id", id), ("@conversation", conversationId), ("@kind", kind), ("@address", number), ("@body", words), ("@now", now), ("@state", Word(state)))
                .ExecuteNonQueryAsync(token) == 1;
        });
    }

    /// <summary>The texts of a conversation, oldest first.</summary>
    public Task<ImmutableArray<OutgoingText>> OfAsync(string conversationId, CancellationToken cancellationToken) =>
        connections.QuerySealedAsync($"SELECT {Columns} FROM outgoing_texts WHERE conversation_id = @conversation ORDER BY at, id", Read, cancellationToken, ("@conversation", conversationId));

    /// <summary>Texts that failed, the newest first: staff see them.</summary>
    public Task<ImmutableArray<OutgoingText>> FailedAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryWholeAsync($"SELECT {Columns} FROM outgoing_texts WHERE state = 'failed' ORDER BY at DESC LIMIT @count", Read, cancellationToken, ("@count", count));

    /// <summary>Hears from the provider what became of a text. Reports come in any order and more than once: the furthest stands.</summary>
    public Task HearAsync(string providerId, TextState? state, string problem) => state is null ? Task.CompletedTask : commits.RunAsync(providerId, async (session, token) =>
    {
        var sent = await session.ReadSealedAsync(
            session.Command("SELECT id, conversation_id FROM outgoing_texts WHERE provider_id = @provider AND state = 'sent'", ("@provider", providerId)), row => (Id: row.GetString(0), Conversation: row.GetString(1)), token);
        foreach (var (id, conversation) in sent)
        {
            var words = await session.Keys.SealOrNullAsync(conversation, KeyPart.Said, Where("problem", id), problem.Length > 0 ? problem : null, token);
            await session.Command("UPDATE outgoing_texts SET state = @state, problem = @problem WHERE id = @id AND state = 'sent'", ("@state", Word(state.Value)), ("@problem", words), ("@id", id)).ExecuteNonQueryAsync(token);
        }

        return sent.Length;
    });

    /// <summary>Takes some texts that are due; nobody else takes them before <paramref name="lease"/> is over.</summary>
    internal Task<ImmutableArray<OutgoingText>> TakeDueAsync(int count, TimeSpan lease)
    {
        var now = clock.GetUtcNow();
        return commits.RunAsync("outgoing_texts", async (session, token) =>
        {
            var due = session.Command(
                    $"""
                    UPDATE outgoing_texts SET state = 'sending', attempts = attempts + 1, next_at = @until
                    WHERE id IN (SELECT id FROM outgoing_texts WHERE state IN ('waiting', 'sending') AND next_at <= @now ORDER BY next_at, id LIMIT @count)
                    RETURNING {Columns}
                    """,
                    ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@count", count));
            return await session.ReadWholeAsync(due, Read, token);
        });
    }

    /// <summary>Writes down what became of an attempt.</summary>
    internal Task SetAsync(OutgoingText text, TextState state, DateTimeOffset next) => commits.RunAsync(text.Id, async (session, token) =>
    {
        // A code that went out is kept by nobody.
        var isOver = state is TextState.Sent or TextState.Failed && text.Body.StartsWith("sealed:", StringComparison.Ordinal);
        var body = await session.Keys.SealAsync(text.ConversationId, KeyPart.Said, Where("body", text.Id), isOver ? "" : text.Body, token);
        var problem = await session.Keys.SealOrNullAsync(text.ConversationId, KeyPart.Said, Where("problem", text.Id), text.Problem, token);
        return await session.Command(
                "UPDATE outgoing_texts SET state = @state, next_at = @next, provider_id = @provider, problem = @problem, body = @body WHERE id = @id",
                ("@state", Word(state)), ("@next", next.ToUnixTimeMilliseconds()), ("@provider", text.ProviderId), ("@problem", problem), ("@body", body), ("@id", text.Id))
            .ExecuteNonQueryAsync(token);
    });

    private static string Word(TextState state) => state.ToString().ToLowerInvariant();

    private static Place Where(string column, string id) => SealedChannels.Texts.PlaceOf(column, id);

    private static OutgoingText Read(SealedRow row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.Open(3, Where("address", row.GetString(0))), row.Open(4, Where("body", row.GetString(0))), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), Enum.Parse<TextState>(row.GetString(6), ignoreCase: true), row.GetInt32(7))
        {
            ProviderId = row.IsDBNull(8) ? null : row.GetString(8),
            Problem = row.OpenOrNull(9, Where("problem", row.GetString(0))),
        };
}
