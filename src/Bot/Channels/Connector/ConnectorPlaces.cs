using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Connector;

/// <summary>The places, stored: after a restart, and on another node, what is said still arrives.</summary>
internal sealed class ConnectorPlaces(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Columns = "p.conversation_id, p.service_url, p.channel_id, p.their_id, p.bot, p.person, p.sent, p.attempts";

    /// <summary>Remembers a place, or that its address is another now.</summary>
    public Task KeepAsync(ConnectorPlace place) => commits.RunAsync(place.ConversationId, async (session, token) =>
    {
        var theirs = await session.Keys.SealAsync(place.ConversationId, KeyPart.Said, SealedChannels.Places.PlaceOf("their_id", place.ConversationId), place.TheirId, token);
        var person = await session.Keys.SealAsync(place.ConversationId, KeyPart.Said, SealedChannels.Places.PlaceOf("person", place.ConversationId), place.Person, token);
        return await session.Command(
                """
                INSERT INTO connector_places (conversation_id, service_url, channel_id, their_id, bot, person, sent, attempts, next_at)
                VALUES (@id, @service, @channel, @theirs, @bot, @person, 0, 0, @now)
                ON CONFLICT (conversation_id) DO UPDATE SET service_url = excluded.service_url, bot = excluded.bot, person = excluded.person
                """,
                ("@id", place.ConversationId), ("@service", place.ServiceUrl), ("@channel", place.ChannelId), ("@theirs", theirs), ("@bot", place.Bot), ("@person", person), ("@now", Now()))
            .ExecuteNonQueryAsync(token);
    });

    /// <summary>Takes places that have not been told everything; nobody else takes them before <paramref name="lease"/> is over.</summary>
    public async Task<ImmutableArray<ConnectorPlace>> TakeBehindAsync(int count, TimeSpan lease, CancellationToken cancellationToken)
    {
        const string behind = "FROM connector_places p JOIN conversations c ON c.id = p.conversation_id WHERE c.last_sequence > p.sent AND p.next_at <= @now";
        if ((await connections.QueryAsync($"SELECT 1 {behind} LIMIT 1", row => row.GetInt32(0), cancellationToken, ("@now", Now()))).IsEmpty)
        {
            return [];
        }

        // Its time is looked at twice: a node that waited for another's row sees that it was just taken.
        return await commits.RunAsync("connector", async (session, token) =>
        {
            var behindNow = session.Command(
                    $"""
                    UPDATE connector_places AS p SET next_at = @until, attempts = attempts + 1
                    WHERE p.next_at <= @now AND p.conversation_id IN (SELECT p.conversation_id {behind} ORDER BY p.next_at LIMIT @count) RETURNING {Columns.Replace("p.", "", StringComparison.Ordinal)}
                    """,
                    ("@until", Now() + (long)lease.TotalMilliseconds), ("@now", Now()), ("@count", count));
            return await session.ReadWholeAsync(behindNow, Read, token);
        });
    }

    /// <summary>They have been told up to here.</summary>
    public Task ToldAsync(string conversationId, long sequence, string? problem) => commits.RunAsync(conversationId, (session, token) => session.Command(
            "UPDATE connector_places SET sent = @sent, attempts = 0, next_at = @now, problem = COALESCE(@problem, problem) WHERE conversation_id = @id AND sent < @sent",
            ("@sent", sequence), ("@now", Now()), ("@problem", problem), ("@id", conversationId))
        .ExecuteNonQueryAsync(token));

    /// <summary>It did not work; it is tried again later.</summary>
    public Task LaterAsync(string conversationId, TimeSpan wait, string problem) => commits.RunAsync(conversationId, (session, token) => session.Command(
            "UPDATE connector_places SET next_at = @next, problem = @problem WHERE conversation_id = @id",
            ("@next", Now() + (long)wait.TotalMilliseconds), ("@problem", problem), ("@id", conversationId))
        .ExecuteNonQueryAsync(token));

    private static ConnectorPlace Read(SealedRow row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.Open(3, SealedChannels.Places.PlaceOf("their_id", row.GetString(0))),
            row.GetString(4),
            row.Open(5, SealedChannels.Places.PlaceOf("person", row.GetString(0))),
            row.GetInt64(6),
            (int)row.GetInt64(7));

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
