using System.Collections.Immutable;
using System.Data.Common;
using TransformingLives.CaseBridge.Storage;

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
        return commits.RunAsync(conversationId, (session, token) => session.Command(
                "UPDATE outgoing_texts SET state = 'waiting', next_at = @now WHERE conversation_id = @conversation AND address = @address AND state = 'held' AND at > @old",
                ("@now", now.ToUnixTimeMilliseconds()), ("@conversation", conversationId), ("@address", address), ("@old", (now - LongestHeld).ToUnixTimeMilliseconds()))
            .ExecuteNonQueryAsync(token));
    }

    private Task<bool> AddAsync(string id, string conversationId, string kind, string address, string body, TextState state)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync(id, async (session, token) => await session.Command(
                """
                INSERT INTO outgoing_texts (id, conversation_id, kind, address, body, at, state, attempts, next_at)
                VALUES (@id, @conversation, @kind, @address, @body, @now, @state, 0, @now) ON CONFLICT (id) DO NOTHING
                """,
                ("@id", id), ("@conversation", conversationId), ("@kind", kind), ("@address", address), ("@body", body), ("@now", now), ("@state", Word(state)))
            .ExecuteNonQueryAsync(token) == 1);
    }

    /// <summary>The texts of a conversation, oldest first.</summary>
    public Task<ImmutableArray<OutgoingText>> OfAsync(string conversationId, CancellationToken cancellationToken) =>
        connections.QueryAsync($"SELECT {Columns} FROM outgoing_texts WHERE conversation_id = @conversation ORDER BY at, id", Read, cancellationToken, ("@conversation", conversationId));

    /// <summary>Texts that failed, the newest first: staff see them.</summary>
    public Task<ImmutableArray<OutgoingText>> FailedAsync(int count, CancellationToken cancellationToken) =>
        connections.QueryAsync($"SELECT {Columns} FROM outgoing_texts WHERE state = 'failed' ORDER BY at DESC LIMIT @count", Read, cancellationToken, ("@count", count));

    /// <summary>Hears from the provider what became of a text. Reports come in any order and more than once: the furthest stands.</summary>
    public Task HearAsync(string providerId, TextState? state, string problem) => state is null ? Task.CompletedTask : commits.RunAsync(providerId, (session, token) => session.Command(
            "UPDATE outgoing_texts SET state = @state, problem = @problem WHERE provider_id = @provider AND state = 'sent'",
            ("@state", Word(state.Value)), ("@problem", problem.Length > 0 ? problem : null), ("@provider", providerId))
        .ExecuteNonQueryAsync(token));

    /// <summary>Takes some texts that are due; nobody else takes them before <paramref name="lease"/> is over.</summary>
    internal Task<ImmutableArray<OutgoingText>> TakeDueAsync(int count, TimeSpan lease)
    {
        var now = clock.GetUtcNow();
        return commits.RunAsync("outgoing_texts", async (session, token) =>
        {
            await using var reader = await session.Command(
                    $"""
                    UPDATE outgoing_texts SET state = 'sending', attempts = attempts + 1, next_at = @until
                    WHERE id IN (SELECT id FROM outgoing_texts WHERE state IN ('waiting', 'sending') AND next_at <= @now ORDER BY next_at, id LIMIT @count)
                    RETURNING {Columns}
                    """,
                    ("@until", (now + lease).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds()), ("@count", count))
                .ExecuteReaderAsync(token);
            var taken = ImmutableArray.CreateBuilder<OutgoingText>();
            while (await reader.ReadAsync(token))
            {
                taken.Add(Read(reader));
            }

            return taken.ToImmutable();
        });
    }

    /// <summary>Writes down what became of an attempt.</summary>
    internal Task SetAsync(OutgoingText text, TextState state, DateTimeOffset next) => commits.RunAsync(text.Id, (session, token) => session.Command(
            "UPDATE outgoing_texts SET state = @state, next_at = @next, provider_id = @provider, problem = @problem, body = CASE WHEN @state IN ('sent', 'failed') AND body LIKE 'sealed:%' THEN '' ELSE body END WHERE id = @id",
            ("@state", Word(state)), ("@next", next.ToUnixTimeMilliseconds()), ("@provider", text.ProviderId), ("@problem", text.Problem), ("@id", text.Id))
        .ExecuteNonQueryAsync(token));

    private static string Word(TextState state) => state.ToString().ToLowerInvariant();

    private static OutgoingText Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), Enum.Parse<TextState>(row.GetString(6), ignoreCase: true), row.GetInt32(7))
        {
            ProviderId = row.IsDBNull(8) ? null : row.GetString(8),
            Problem = row.IsDBNull(9) ? null : row.GetString(9),
        };
}
