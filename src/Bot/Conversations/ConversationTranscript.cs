using System.Collections.Immutable;
using TransformingLives.CaseBridge.Outbox;
using TransformingLives.CaseBridge.Referrals;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.Bot.Conversations;

/// <summary>Puts the conversation into a referral, so that nobody has to say it all again. It is read in the transaction of the turn: what was said last is in it.</summary>
internal static class ConversationTranscript
{
    private const string Sql = "SELECT at, who, text FROM conversation_log WHERE conversation_id = @id AND who <= 2 ORDER BY sequence";

    /// <summary>The work with the transcript in it; other work than a referral as it is.</summary>
    public static async Task<CaseWork> AddAsync(StorageSession session, CaseWork work, CancellationToken cancellationToken)
    {
        if (work is not CaseWork.SubmitReferral(var referral))
        {
            return work;
        }

        await using var reader = await session.Command(Sql, ("@id", referral.ConversationId)).ExecuteReaderAsync(cancellationToken);
        var lines = ImmutableArray.CreateBuilder<TranscriptLine>();
        while (await reader.ReadAsync(cancellationToken))
        {
            lines.Add(new TranscriptLine(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), Who((Speaker)reader.GetInt32(1)), reader.GetString(2)));
        }

        return new CaseWork.SubmitReferral(referral with { Transcript = lines.ToImmutable() });
    }

    private static string Who(Speaker speaker) => speaker switch
    {
        Speaker.Resident => "resident",
        Speaker.Officer => "officer",
        _ => "assistant",
    };
}
