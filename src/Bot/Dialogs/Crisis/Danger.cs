using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>Danger comes before everything: the right help in the reply, an alert at the desk, what has to be sent at once, and no form over it.</summary>
internal static class Danger
{
    private const int CoveredFor = 2;

    /// <summary>Answers what the screening found; null when it found nothing.</summary>
    public static Turn? Answer(Turn turn, Surroundings around) => Look(turn, around).Answered;

    /// <summary>Alerts the desk to what the screening found, and answers it; nothing is answered anew that is being answered already.</summary>
    public static (Turn Turn, Turn? Answered) Look(Turn turn, Surroundings around)
    {
        if (turn.Concerns.IsEmpty)
        {
            return (turn, null);
        }

        var open = turn.Conversation.Concerns.Where(raised => raised.IsOpen).Select(raised => raised.Concern.Kind).ToHashSet();
        var fresh = turn.Concerns.RemoveAll(concern => open.Contains(concern.Kind));
        var isKnown = fresh.IsEmpty || open.Count > 0 && (IsCovered(fresh[0], open.Min(), turn.Conversation) || IsSaidOfHelpToday(fresh[0], open.Min(), turn.Message.Text, around));
        foreach (var concern in turn.Concerns)
        {
            var alert = new CaseAlert(WorkId.For(turn, concern.Kind.Code()), turn.Conversation.Id, concern.Kind.Code(), Told(concern, turn), turn.Message.At);
            turn = turn.Do(new CaseWork.RaiseAlert(alert));
            turn = open.Contains(concern.Kind) ? turn : Refer(turn.Remember(c => c with { Concerns = c.Concerns.Add(new RaisedConcern(concern, turn.Message.At, IsOpen: true)) }), concern.Kind, around);
        }

        turn = turn.Alert(turn.Concerns[0].Kind.Code(), around);
        if (isKnown)
        {
            // The same danger again is stayed with, in words that fit what was said now.
            return (turn, null);
        }

        var reply = ConcernReplies.For(fresh, Somebody.Else(fresh[0].Rule == GentleCheck.Rule ? fresh[0].Words : turn.Message.Text) ? AboutOther.Yes : AboutOther.No, around.SafetyResponses, Hours(around));
        return (turn, turn
            .Say(turn.Conversation.Floor == Floor.Officer ? reply with { Actions = [] } : reply)
            .Remember(c => c with { OpenQuestion = null, OpenOffer = null, Told = c.Told.Add(turn.Message.Text) })
            .End(EndingIds.Concern));
    }

    // A milder danger under a more urgent one is part of it at first. Thoughts of suicide that a rule sees are answered at once, whatever is open.
    private static bool IsCovered(Concern fresh, ConcernKind open, Conversation conversation) =>
        fresh.Kind > open && (fresh.Rule == SafetyJudgement.LearntRule || fresh.Kind != ConcernKind.SuicideSelfHarm && OpenConcern.TimesStayed(conversation, open) < CoveredFor);

    // "I can't stay with her" of somebody who found her is said of the help that is needed today, and there are words for it.
    private static bool IsSaidOfHelpToday(Concern fresh, ConcernKind open, string text, Surroundings around) =>
        fresh.Kind == ConcernKind.CarerBreakdown && open == ConcernKind.UrgentCareNeed && ConcernReplies.Fits(open, text, around.SafetyResponses);

    // A "yes" by itself tells the desk nothing: what it was said to stands before it.
    private static string Told(Concern concern, Turn turn) => concern.Rule == GentleCheck.Rule ? $"{concern.Words} (asked whether it is so: {turn.Message.Text})" : turn.Message.Text;

    /// <summary>Whether somebody answers the council's phone now.</summary>
    public static OfficeHours Hours(Surroundings around) => around.IsOpen ? OfficeHours.Open : OfficeHours.Closed;

    // What must not wait for anybody's agreement is sent with the first words; all that is told after is added to it.
    private static Turn Refer(Turn turn, ConcernKind kind, Surroundings around)
    {
        var refers = around.SafetyResponses.ByKind[kind].Refers;
        return refers.Length == 0 || turn.Conversation.Sent.Any(sent => sent.Kind == refers) ? turn : Sending.Submit(turn, refers, around);
    }
}
