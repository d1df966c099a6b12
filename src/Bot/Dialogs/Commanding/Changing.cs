using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>Going back, changing an answer, leaving one out.</summary>
internal static class Changing
{
    public static Turn Back(Turn turn, Surroundings around)
    {
        var asked = turn.Conversation.Asked;
        var at = turn.Conversation.OpenQuestion is { } open ? asked.IndexOf(open) : asked.Length;
        var before = at > 0 ? around.Content.FindQuestion(asked[at - 1]) : null;
        return before is null
            ? Commands.Reask(turn.Say(around, PhraseIds.NothingToGoBackTo), around).End(EndingIds.Asked)
            : turn.Remember(c => c with { Asked = c.Asked.Remove(before.Id) }).Say(around, PhraseIds.Back).Ask(around, before).End(EndingIds.Asked);
    }

    public static Turn Change(Turn turn, MessageReading reading, Surroundings around)
    {
        if (reading.NamedQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return turn.Say(around, PhraseIds.Change).Ask(around, question).End(EndingIds.Asked);
        }

        return Summaries.Has(turn.Conversation, around)
            ? turn.Say(Summaries.Of(turn, around)).End(EndingIds.Asked)
            : Commands.Reask(turn.Say(around, PhraseIds.NothingToGoBackTo), around).End(EndingIds.Asked);
    }

    public static Turn Skip(Turn turn, Surroundings around)
    {
        if (turn.Conversation.OpenQuestion is not { } id || around.Content.FindQuestion(id) is not { } question)
        {
            return turn.Conversation.OpenOffer is { } offer
                ? Agenda.Next(Offers.Decline(turn, offer, around), around)
                : turn.Say(around, PhraseIds.WhatNow).End(EndingIds.Unclear);
        }

        if (!question.CanSkip)
        {
            return turn.Say(around, PhraseIds.CannotSkip).Ask(around, question).End(EndingIds.Asked);
        }

        var skipped = new Answer(id, new SkippedValue(), turn.Message.Text, AnswerOrigin.Asked, turn.Message.At);
        turn = turn.Remember(c => c with { Answers = c.Answers.With(skipped), OpenQuestion = null, Misses = 0 });
        return Agenda.Next(turn.Say(around, PhraseIds.Skipped), around).End(EndingIds.Asked);
    }
}
