using TransformingLives.Bot.Endings;
using TransformingLives.Bot.HandingOver;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Sends what the person agreed to: one referral for each thing asked for, and a reference to keep.</summary>
internal static class Sending
{
    public static Turn Send(Turn turn, Surroundings around)
    {
        var outcome = Outcomes.Of(turn.Conversation, around);
        var kinds = Kinds(turn, outcome);
        turn = turn.Remember(c => c with { Consented = true });
        foreach (var kind in kinds)
        {
            var referral = ReferralFromConversation.Of(turn, kind, outcome, WorkId.For(turn, kind), around);
            turn = turn.Do(new CaseWork.SubmitReferral(referral))
                .Remember(c => c with { References = c.References.Add(referral.Reference) });
        }

        var priority = around.Content.Council.PriorityOf(outcome.Priority);
        var reply = turn.Phrase(around, PhraseIds.Sent, ("reference", string.Join(" and ", turn.Conversation.References)), ("when", priority.InWords));
        return turn.Say(reply with { Style = ReplyStyle.Sent, Rows = [.. turn.Conversation.References.Select(reference => new SummaryRow("", "Your reference", reference, "", false))] })
            .End(EndingIds.HandedOver);
    }

    /// <summary>Somebody who didn't want to talk about themselves gets no assessment of their own pressed on them.</summary>
    private static List<string> Kinds(Turn turn, TriageOutcome outcome)
    {
        var declinedOwn = turn.Conversation.Offers.TryGetValue(OfferIds.Helper, out var accepted) && !accepted;
        var kinds = outcome.Referrals.Where(kind => kind != "carers_assessment" || !declinedOwn).ToList();
        return kinds.Count > 0 ? kinds : ["advice_appointment"];
    }
}
