using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.CarryingOn;

/// <summary>What became of a referral, told in the conversation and by the way the person chose.</summary>
internal static class ReferralNews
{
    public static Turn Tell(Turn turn, ConversationEvent.ReferralMoves what, Surroundings around)
    {
        var phrase = turn.Phrase(around, what.Status == "in_progress" ? PhraseIds.ReferralInProgress : PhraseIds.ReferralAccepted, ("reference", what.Reference));
        turn = turn.Say(phrase).End(EndingIds.SaidWhenDue);
        return ChosenWay.Bring(turn, "referral-news", TextMessage.Of(phrase), "", "", around);
    }
}
