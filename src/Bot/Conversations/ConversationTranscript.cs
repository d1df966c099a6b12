using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;
using TransformingLives.CaseBridge.Storage.AtRest;

namespace TransformingLives.Bot.Conversations;

/// <summary>Puts the conversation into a referral, so that nobody has to say it all again. It is read in the transaction of the turn: what was said last is in it.</summary>
internal static class ConversationTranscript
{
    private const string Sql = "SELECT at, who, text, sequence FROM conversation_log WHERE conversation_id = @id AND who <= 2 ORDER BY sequence";

    /// <summary>The work with the transcript in it; other work than a referral as it is.</summary>
    public static async Task<CaseWork> AddAsync(StorageSession session, CaseWork work, CancellationToken cancellationToken)
    {
        if (work is not CaseWork.SubmitReferral(var referral))
        {
            return work;
        }

        var id = referral.ConversationId;
        var lines = await session.ReadSealedAsync(
            session.Command(Sql, ("@id", id)),
            row => new TranscriptLine(
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
                Who((Speaker)row.GetInt32(1)),
                row.Open(2, SealedConversations.Line("text", id, row.GetInt64(3)))),
            cancellationToken);
        return new CaseWork.SubmitReferral(referral with { Transcript = lines });
    }

    private static string Who(Speaker speaker) => speaker switch
    {
        Speaker.Resident => "resident",
        Speaker.Officer => "officer",
        _ => "assistant",
    };
}
