using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>"What happens now, and when?": of what was sent; and where nothing was, the offer to.</summary>
internal static class WhatNow
{
    public static Turn Tell(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (!conversation.Sent.IsEmpty)
        {
            turn = turn.Say(around, PhraseIds.WhatHappens, ("when", Sending.When(turn, conversation.Sent.Select(sent => sent.Kind), around)), ("reference", Sending.References(conversation.Sent))).End(EndingIds.Answered);
            return conversation.OpenQuestion is null && Reach.IsKnown(conversation) ? turn : Reach.IsKnown(conversation) ? Commands.Reask(turn, around) : Agenda.Next(turn, around);
        }

        turn = turn.Say(around, PhraseIds.NothingSent).End(EndingIds.Answered);
        return FittingOffer.AtTheEnd(turn, OutcomeOf.Answers(conversation, around), around) ?? turn;
    }
}
