using System.Globalization;
using TransformingLives.Bot.Desk.SignIn;
using TransformingLives.CaseBridge.Audit;
using TransformingLives.CaseBridge.Referrals;

namespace TransformingLives.Bot.Desk.Referrals;

/// <summary>A support plan that staff signed off: an entry of the audit trail, which nobody can alter. It holds for the plan as it was then.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
/// <param name="Revision">The revision of the referral that was signed off.</param>
/// <param name="Note">The panel's day, or why none was needed.</param>
internal sealed record PlanSignOff(string By, DateTimeOffset At, int Revision, string Note)
{
    private const int LongestNote = 200;

    /// <summary>Notes it.</summary>
    public static Task NoteAsync(AuditTrail trail, string officer, Referral referral, string note) => trail.NoteAsync(new AuditEntry(
        officer,
        DeskActions.SignOffPlan.Id,
        referral.ConversationId,
        string.Create(CultureInfo.InvariantCulture, $"{referral.Reference} {referral.Revision} {(note.Length > LongestNote ? note[..LongestNote] : note)}")));

    /// <summary>The last one of a referral; null when nobody signed it off.</summary>
    public static async Task<PlanSignOff?> FindAsync(AuditTrail trail, Referral referral, CancellationToken cancellationToken)
    {
        var entries = await trail.AboutAsync(referral.ConversationId, cancellationToken);
        var last = entries.LastOrDefault(entry => entry.Entry.Action == DeskActions.SignOffPlan.Id && entry.Entry.Purpose.StartsWith($"{referral.Reference} ", StringComparison.Ordinal));
        return last?.Entry.Purpose.Split(' ', 3) is [_, var revision, var note] && int.TryParse(revision, CultureInfo.InvariantCulture, out var number)
            ? new PlanSignOff(last.Entry.Who, last.At, number, note)
            : null;
    }
}
