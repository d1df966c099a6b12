using System.Collections.Immutable;
using TransformingLives.Bot.Channels.Storage;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Addresses;

/// <summary>Which address leads to which conversation.</summary>
public sealed class AddressBook(StorageConnections connections, CommitQueue commits, TimeProvider clock)
{
    private const string Columns = "kind, address, sealed, conversation_id, linked_at, verified_at, stopped_at";

    /// <summary>Of an address that is known already: no key is looked for.</summary>
    private const string NotOpened = "kind, address, NULL, conversation_id, linked_at, verified_at, stopped_at";

    /// <summary>Where an address leads; null when it is new.</summary>
    public async Task<ConversationAddress?> FindAsync(string kind, string address, CancellationToken cancellationToken) =>
        (await connections.QuerySealedAsync(
            $"SELECT {NotOpened} FROM addresses WHERE kind = @kind AND address = @address",
            row => Read(row, address),
            cancellationToken,
            ("@kind", kind),
            ("@address", SealedChannels.FoundBy(await connections.BlindAsync(cancellationToken), address)))).FirstOrDefault();

    /// <summary>The addresses of a conversation, the newest first.</summary>
    public Task<ImmutableArray<ConversationAddress>> OfAsync(string conversationId, CancellationToken cancellationToken) =>
        connections.QuerySealedAsync(
            $"SELECT {Columns} FROM addresses WHERE conversation_id = @conversation ORDER BY linked_at DESC",
            row => Read(row, row.OpenOrNull(2, SealedChannels.Numbers.PlaceOf("sealed", row.GetString(0), row.GetString(1))) ?? ""),
            cancellationToken,
            ("@conversation", conversationId));

    /// <summary>Leads an address to a conversation from now on, if it still leads where the caller saw it lead. A stop that was asked for stays.</summary>
    /// <param name="instead">Where it led when the caller looked; null when it was new.</param>
    public Task LinkAsync(string kind, string address, string conversationId, bool isVerified, string? instead)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return commits.RunAsync($"{kind}:{address}", async (session, token) =>
        {
            var found = SealedChannels.FoundBy(await session.Keys.BlindAsync(token), address);
            var words = await session.Keys.SealAsync(conversationId, KeyPart.Said, SealedChannels.Numbers.PlaceOf("sealed", kind, found), address, token);
            return await session.Command(
                    """
                    INSERT INTO addresses (kind, address, sealed, conversation_id, linked_at, verified_at) VALUES (@kind, @address, @sealed, @conversation, @now, @verified)
                    ON CONFLICT (kind, address) DO UPDATE SET sealed = excluded.sealed, conversation_id = excluded.conversation_id, linked_at = excluded.linked_at, verified_at = excluded.verified_at
                    WHERE addresses.conversation_id = @instead
                    """,
                    ("@kind", kind), ("@address", found), ("@sealed", words), ("@conversation", conversationId), ("@now", now), ("@verified", isVerified ? now : null), ("@instead", instead ?? ""))
                .ExecuteNonQueryAsync(token);
        });
    }

    /// <summary>Remembers that an address wants no more messages, or wants them again.</summary>
    public Task SetStoppedAsync(string kind, string address, bool isStopped)
    {
        var at = isStopped ? clock.GetUtcNow().ToUnixTimeMilliseconds() : (long?)null;
        return commits.RunAsync($"{kind}:{address}", async (session, token) => await session.Command(
                "UPDATE addresses SET stopped_at = @at WHERE kind = @kind AND address = @address",
                ("@at", at), ("@kind", kind), ("@address", SealedChannels.FoundBy(await session.Keys.BlindAsync(token), address)))
            .ExecuteNonQueryAsync(token));
    }

    private static ConversationAddress Read(SealedRow row, string address) =>
        new(row.GetString(0), address, row.GetString(3), At(row.GetInt64(4)), row.IsDBNull(5) ? null : At(row.GetInt64(5)), row.IsDBNull(6) ? null : At(row.GetInt64(6)));

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
