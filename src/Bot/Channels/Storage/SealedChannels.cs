using System.Collections.Immutable;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.Storage;

/// <summary>What is sealed of the channels.</summary>
internal static class SealedChannels
{
    private const string Said = "0";

    /// <summary>All of it.</summary>
    public static ImmutableArray<SealedTable> Tables => [Texts, Files, Places, Numbers, Codes];

    /// <summary>Texts that went out.</summary>
    public static SealedTable Texts { get; } = new("outgoing_texts", ["id"], "conversation_id", Said, ["address", "body", "problem"]);

    /// <summary>What files are called.</summary>
    public static SealedTable Files { get; } = new("kept_files", ["id"], "conversation_id", Said, ["name"]);

    /// <summary>Accounts at other chat services.</summary>
    public static SealedTable Places { get; } = new("connector_places", ["conversation_id"], "conversation_id", Said, ["their_id", "person"]);

    /// <summary>Numbers that lead to conversations.</summary>
    public static SealedTable Numbers { get; } = new("addresses", ["kind", "address"], "conversation_id", Said, ["sealed"]);

    /// <summary>Numbers that a code was texted to.</summary>
    public static SealedTable Codes { get; } = new("carry_on_codes", ["code_hash"], "conversation_id", Said, ["sealed_number"]);

    /// <summary>Numbers that stood in words.</summary>
    public static SealedMove Addresses { get; } = new("addresses_in_words", MoveAddressesAsync);

    /// <summary>What an address is found by.</summary>
    public static string FoundBy(BlindIndex blind, string address) => blind.Of("addresses.address", address)!;

    /// <summary>Where the bytes of a file are.</summary>
    public static Place Bytes(string conversationId, string fileId) => new("files", "bytes", $"{conversationId}/{fileId}");

    private static async Task<int> MoveAddressesAsync(StorageSession session, int most, CancellationToken cancellationToken)
    {
        var blind = await session.Keys.BlindAsync(cancellationToken);
        var rows = await session.ReadSealedAsync(
            session.Command("SELECT kind, address, conversation_id, linked_at, verified_at, stopped_at FROM addresses_in_words ORDER BY kind, address LIMIT @most", ("@most", most)),
            row => (Kind: row.GetString(0), Address: row.GetString(1), Conversation: row.GetString(2), LinkedAt: row.GetInt64(3), VerifiedAt: row.IsDBNull(4) ? (long?)null : row.GetInt64(4), StoppedAt: row.IsDBNull(5) ? (long?)null : row.GetInt64(5)),
            cancellationToken);
        foreach (var row in rows)
        {
            var found = FoundBy(blind, row.Address);

            // Somebody who was erased and wants no more messages is known by that alone.
            var words = row.Conversation.Length == 0 ? null : await session.Keys.SealAsync(row.Conversation, KeyPart.Said, Numbers.PlaceOf("sealed", row.Kind, found), row.Address, cancellationToken);
            await session.Command(
                    "INSERT INTO addresses (kind, address, sealed, conversation_id, linked_at, verified_at, stopped_at) VALUES (@kind, @address, @sealed, @conversation, @linked, @verified, @stopped) ON CONFLICT (kind, address) DO NOTHING",
                    ("@kind", row.Kind), ("@address", found), ("@sealed", words), ("@conversation", row.Conversation), ("@linked", row.LinkedAt), ("@verified", row.VerifiedAt), ("@stopped", row.StoppedAt))
                .ExecuteNonQueryAsync(cancellationToken);
            await session.Command("DELETE FROM addresses_in_words WHERE kind = @kind AND address = @address", ("@kind", row.Kind), ("@address", row.Address)).ExecuteNonQueryAsync(cancellationToken);
        }

        return rows.Length;
    }
}
