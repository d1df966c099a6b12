using TransformingLives.Bot.Channels.Storage;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Channels.CarryingOn;

/// <summary>What became of trying a code.</summary>
internal abstract record Redeemed
{
    private Redeemed()
    {
    }

    /// <summary>It was right, and leads to a conversation.</summary>
    /// <param name="WasTexted">It had been texted to this very number, so the number is theirs.</param>
    public sealed record Right(string ConversationId, bool WasTexted) : Redeemed;

    /// <summary>There is no such code, or it is too old or used.</summary>
    public sealed record Wrong : Redeemed;

    /// <summary>Too many were tried; this one was not looked at.</summary>
    public sealed record TooMany : Redeemed;
}

/// <summary>One-time codes that take a conversation from one channel to another: kept as keyed hashes, for minutes, used once, tried seldom.</summary>
internal sealed class CarryOnCodes(StorageConnections connections, CommitQueue commits, CodeKey key, TimeProvider clock)
{
    /// <summary>How long a code lives.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Codes that one caller may try in an hour.</summary>
    public const int MostTries = 5;

    /// <summary>Codes that all callers together may try in an hour: with a hundred codes alive, a guess in a hundred thousand is right.</summary>
    private const int MostTriesOfAll = 500;

    private const string Everybody = "*";

    /// <summary>Makes a code for a conversation. Earlier ones of it live on until they are used or too old, because a lost answer is asked for again.</summary>
    /// <param name="number">The only number that may use it, when it goes there by text; null for any.</param>
    public async Task<string> IssueAsync(string conversationId, string? number, CancellationToken cancellationToken)
    {
        var code = CarryOnCode.Draw();
        var hash = await key.HashAsync(code, cancellationToken);
        var now = clock.GetUtcNow();
        await commits.RunAsync(conversationId, async (session, token) =>
        {
            await session.Command("DELETE FROM carry_on_codes WHERE expires_at < @old", ("@old", (now - TimeSpan.FromDays(1)).ToUnixTimeMilliseconds())).ExecuteNonQueryAsync(token);
            var only = Blind(await session.Keys.BlindAsync(token), number);
            var words = await session.Keys.SealOrNullAsync(conversationId, KeyPart.Said, SealedChannels.Codes.PlaceOf("sealed_number", hash), number, token);
            return await session.Command(
                    """
                    INSERT INTO carry_on_codes (code_hash, conversation_id, number, sealed_number, made_at, expires_at) VALUES (@hash, @conversation, @number, @sealed, @now, @until)
                    ON CONFLICT (code_hash) DO UPDATE SET conversation_id = excluded.conversation_id, number = excluded.number, sealed_number = excluded.sealed_number, made_at = excluded.made_at, expires_at = excluded.expires_at, used_by = NULL
                    """,
                    ("@hash", hash), ("@conversation", conversationId), ("@number", only), ("@sealed", words), ("@now", now.ToUnixTimeMilliseconds()), ("@until", (now + Life).ToUnixTimeMilliseconds()))
                .ExecuteNonQueryAsync(token);
        });
        return code;
    }

    /// <summary>Tries a code. The same message again (<paramref name="by"/>) is answered as before and counts once.</summary>
    /// <param name="by">Key of the message that brings it.</param>
    /// <param name="who">Who tries, for counting.</param>
    /// <param name="number">Their number, if it is known.</param>
    public async Task<Redeemed> RedeemAsync(string code, string by, string who, string? number, CancellationToken cancellationToken)
    {
        var hash = await key.HashAsync(code, cancellationToken);
        var earlier = await connections.QueryAsync(
            "SELECT conversation_id, number FROM carry_on_codes WHERE code_hash = @hash AND used_by = @by", row => new Redeemed.Right(row.GetString(0), !row.IsDBNull(1)), cancellationToken, ("@hash", hash), ("@by", by));
        if (!earlier.IsEmpty)
        {
            return earlier[0];
        }

        if (!await MayAsync(who, MostTries) || !await MayAsync(Everybody, MostTriesOfAll))
        {
            return new Redeemed.TooMany();
        }

        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return await commits.RunAsync<Redeemed>(hash, async (session, token) =>
        {
            Redeemed.Right? right = null;
            var theirs = Blind(await session.Keys.BlindAsync(token), number);
            await using (var reader = await session.Command(
                             "UPDATE carry_on_codes SET used_by = @by WHERE code_hash = @hash AND expires_at > @now AND used_by IS NULL AND (number IS NULL OR number = @number) RETURNING conversation_id, number",
                             ("@by", by), ("@hash", hash), ("@now", now), ("@number", theirs ?? "-")).ExecuteReaderAsync(token))
            {
                right = await reader.ReadAsync(token) ? new Redeemed.Right(reader.GetString(0), !reader.IsDBNull(1)) : null;
            }

            if (right is null)
            {
                return new Redeemed.Wrong();
            }

            // Used once: others that were made for it meanwhile are of no use any more.
            await session.Command("DELETE FROM carry_on_codes WHERE conversation_id = @conversation AND used_by IS NULL", ("@conversation", right.ConversationId)).ExecuteNonQueryAsync(token);
            return right;
        });
    }

    private static string? Blind(BlindIndex blind, string? number) => blind.Of("carry_on_codes.number", number);

    /// <summary>Counts something that may be done so often in an hour; false when it is too often.</summary>
    public async Task<bool> MayAsync(string who, int most)
    {
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var tries = await commits.RunAsync(who, async (session, token) =>
        {
            await session.Command("DELETE FROM carry_on_tries WHERE hour < @old", ("@old", hour - 24)).ExecuteNonQueryAsync(token);
            var counted = (await session.Keys.BlindAsync(token)).Of("carry_on_tries.who", who);
            return await session.Command(
                    "INSERT INTO carry_on_tries (who, hour, tries) VALUES (@who, @hour, 1) ON CONFLICT (who, hour) DO UPDATE SET tries = carry_on_tries.tries + 1 RETURNING tries",
                    ("@who", counted), ("@hour", hour))
                .ExecuteScalarAsync(token);
        });
        return Convert.ToInt64(tries, System.Globalization.CultureInfo.InvariantCulture) <= most;
    }
}
