using System.Globalization;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Storage;

namespace TransformingLives.CaseBridge.Register;

/// <summary>
/// Tells what has become of a referral to whoever knows its reference and the person's date of birth. Wrong dates are counted over all nodes: a date of
/// birth can't be found out by trying. Each answer and each refusal stands in the audit trail before it is given.
/// </summary>
internal sealed class ProgressAnswers(CaseRegister register, CaseFiles files, CommitQueue commits, AuditTrail audit, TimeProvider clock)
{
    /// <summary>So many wrong dates of birth for one reference on one day, and nobody is told any more on that day.</summary>
    public const int MostWrong = 5;

    private const string CountWrong = "INSERT INTO register_attempts (reference, day, wrong) VALUES (@reference, @day, 1) ON CONFLICT (reference, day) DO UPDATE SET wrong = register_attempts.wrong + 1";

    /// <summary>Null when reference and date of birth don't go together, or it was tried too often: whoever asks can't tell which.</summary>
    public async Task<ReferralProgress?> OfAsync(string reference, DateOnly bornOn, CancellationToken cancellationToken)
    {
        var found = CouncilCases.NormalReference(reference) is { } normal ? await register.FindAsync(normal, cancellationToken) : null;
        if (found is null || !await MayKnowAsync(found, found.Referral.Person.BornOn == bornOn))
        {
            return null;
        }

        var file = await files.OpenAsync(found, cancellationToken);
        var since = file.History.LastOrDefault(step => step.Status == found.Status)?.At ?? found.ReceivedAt;
        return new ReferralProgress(found.Referral.Reference, found.Referral.Kind, found.Status, since, found.Referral.Outcome);
    }

    private Task<bool> MayKnowAsync(RegisteredReferral found, bool isRight) => commits.RunAsync(found.Referral.Reference, async (session, token) =>
    {
        var (reference, day) = (("@reference", (object?)found.Referral.Reference), ("@day", (object?)clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var wrong = await session.Command("SELECT wrong FROM register_attempts WHERE reference = @reference AND day = @day", reference, day).ExecuteScalarAsync(token);
        var isOpen = Convert.ToInt64(wrong ?? 0L, CultureInfo.InvariantCulture) < MostWrong;
        if (!isRight && isOpen)
        {
            await session.Command(CountWrong, reference, day).ExecuteNonQueryAsync(token);
        }

        var mayKnow = isRight && isOpen;
        await audit.NoteAsync(session, new AuditEntry(CaseRegister.Ourselves, mayKnow ? "progress.told" : "progress.refused", found.Referral.ConversationId, isOpen ? "reference and date of birth" : "too many wrong dates of birth"), token);
        return mayKnow;
    });
}
