using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>Nothing in the message could be used: what is told is kept, and what can't be read is asked for in other words, never twice in the same.</summary>
internal static class Unheard
{
    private const int Story = 5;

    public static Turn Answer(Turn turn, MessageReading reading, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (reading.Agrees is { } yes && conversation.OpenOffer is null)
        {
            if (yes && conversation is { Told.IsEmpty: false, Forms.IsEmpty: true, Finished.IsEmpty: true, Sent.IsEmpty: true })
            {
                return Agenda.Open(turn, FormIds.FirstConversation, around).End(EndingIds.Asked);
            }

            return yes && !conversation.Forms.IsEmpty || !conversation.Sent.IsEmpty ? Agenda.Next(turn, around).End(EndingIds.SmallTalk) : turn.Say(around, PhraseIds.WhatNow).End(EndingIds.SmallTalk);
        }

        var isTold = Words.All(reading.Statement).Length >= Story;
        if (isTold || !conversation.Forms.IsEmpty)
        {
            turn = turn.Remember(c => c with { Told = c.Told.Contains(turn.Message.Text) ? c.Told : c.Told.Add(turn.Message.Text) }).Say(around, PhraseIds.Noted);
            return conversation.OpenOffer is not null ? Commands.Reask(turn, around).End(EndingIds.Answered)
                : !conversation.Forms.IsEmpty ? Agenda.Next(turn, around).End(EndingIds.Asked)
                : conversation.MayOffer(OfferIds.FirstConversation) ? turn.Offer(around, OfferIds.FirstConversation).End(EndingIds.Answered)
                : turn.End(EndingIds.Answered);
        }

        return Commands.Reask(turn.Say(around, PhraseIds.Nonsense), around).End(EndingIds.Unclear);
    }
}
