using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations;

/// <summary>A turn as it goes into the tables: what was said and what is remembered can't be read there.</summary>
/// <param name="State">The conversation now.</param>
/// <param name="Facts">What is counted of it.</param>
/// <param name="Rows">The lines that the turn adds.</param>
/// <param name="First">The sequence number that the first of them was sealed for.</param>
internal sealed record SealedTurn(string State, string Facts, LogRow[] Rows, long First)
{
    /// <summary>Seals a turn for its place in the log.</summary>
    public static SealedTurn Of(PersonKey key, string conversationId, (string State, string Facts) now, LogRow[] rows, long first)
    {
        using var cipher = key.Cipher();
        return new SealedTurn(
            SealedBytes.Seal(cipher, key.Id, SealedConversations.State(conversationId), now.State),
            now.Facts,
            Lines(cipher, key.Id, conversationId, rows, first),
            first);
    }

    /// <summary>The lines alone, for another place than was expected.</summary>
    public static LogRow[] Lines(PersonKey key, string conversationId, LogRow[] rows, long first)
    {
        using var cipher = key.Cipher();
        return Lines(cipher, key.Id, conversationId, rows, first);
    }

    private static LogRow[] Lines(System.Security.Cryptography.AesGcm cipher, long keyId, string conversationId, LogRow[] rows, long first)
    {
        string Seal(string column, int line, string words) => SealedBytes.Seal(cipher, keyId, SealedConversations.Line(column, conversationId, first + line), words);

        return
        [
            .. rows.Select((row, i) => row with
            {
                Text = Seal("text", i, row.Text),
                Reply = row.Reply is null ? null : Seal("reply", i, row.Reply),
                Activity = row.Activity is null ? null : Seal("activity", i, row.Activity),
            }),
        ];
    }
}
