using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Arranging;

/// <summary>What is told after a referral was sent is added to it.</summary>
internal static class Amending
{
    /// <summary>Sends again what was sent before this turn, when answers or facts are new.</summary>
    public static Turn Sent(Turn turn, Conversation before, Surroundings around)
    {
        var now = turn.Conversation;
        if (before.Sent.IsEmpty || now.Facts.Length == before.Facts.Length && ReferenceEquals(now.Answers, before.Answers) && now.Concerns.Length == before.Concerns.Length && ReferenceEquals(now.Estimate, before.Estimate))
        {
            return turn;
        }

        foreach (var sent in before.Sent.Where(sent => now.Sent.Contains(sent)))
        {
            var again = sent with { Revision = sent.Revision + 1 };
            var referral = Sending.Build(turn, sent.Kind, sent.Id, around) with { Revision = again.Revision, CreatedAt = sent.At };
            turn = turn.Do(new CaseWork.SubmitReferral(referral)).Remember(c => c with { Sent = c.Sent.Replace(sent, again) });
        }

        return turn;
    }
}
