using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>What a resident can always say: back, change, why, skip, again, simpler, stop, start again, a person, an estimate.</summary>
internal static class Commands
{
    public static Turn? Obey(Turn turn, MessageReading reading, Surroundings around) => reading.Intents[0] switch
    {
        Intent.Person => AskForPerson.Ask(turn, around),
        Intent.Repeat => Wording.Repeat(turn, around),
        Intent.Simpler => Wording.Simpler(turn, around),
        Intent.Why => Why(turn, reading, around),
        Intent.Back => Changing.Back(turn, around),
        Intent.Change => Changing.Change(turn, reading, around),
        Intent.Skip => Changing.Skip(turn, around),
        Intent.StopAndText => Stopping.AndText(turn, around),
        Intent.Stop or Intent.Goodbye => Stopping.Stop(turn, reading, around),
        Intent.StartAgain => Stopping.StartAgain(turn, around),
        Intent.Resume => Resume(turn, around),
        Intent.AnotherDay => AnotherDay(turn, around),
        Intent.Estimate => Estimating.Wanted(turn, around),
        Intent.ExplainEstimate when turn.Conversation.Estimate is null => NoFigureYet(turn, around),
        Intent.ExplainEstimate => Reask(AboutTheBudget.Take(turn, turn.Message.Text, isAsked: true, around) ?? Answering.Question(turn, turn.Message.Text, around), around),
        Intent.EstimateNow when turn.Conversation.Estimate is not null && around.Switches.Estimates is not null => Estimating.Wanted(turn, around),
        Intent.EstimateNow when turn.Conversation.Estimate is not null => EarlyEstimate.Now(turn, around),
        Intent.EstimateNow when Words.HasAny(Words.Line(turn.Message.Text), "figure", "budget", "estimate", "amount") => NoFigureYet(turn, around),
        Intent.WhatNow => WhatNow.Tell(turn, around),
        Intent.NamedAgain => Reask(FollowUps.NamedAgain(turn, turn.Message.Text, around), around),
        _ => SmallTalk.Answer(turn, reading, around),
    };

    /// <summary>Asks the open question again, word for word. An offer that was just made is not made twice running.</summary>
    public static Turn Reask(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return turn.Ask(around, question);
        }

        if (conversation.OpenOffer is not { } offer || !turn.Replies.IsEmpty && conversation.LastReplies.Any(reply => reply.Phrase == offer) || !conversation.MayOffer(offer) || Estimating.IsOff(offer, around))
        {
            return turn;
        }

        var kinds = OfferIds.Kinds(offer);
        return kinds.Length > 0 ? FittingOffer.Offer(turn, [.. kinds], around) : turn.Offer(around, offer);
    }

    // "Why do you need his postcode?": of the question that is named, asked already or not, and then it can be answered.
    private static Turn Why(Turn turn, MessageReading reading, Surroundings around)
    {
        var id = reading.NamedQuestion ?? turn.Conversation.OpenQuestion;
        if (id is null || around.Content.FindQuestion(id) is not { } question)
        {
            return Reask(turn.Say(around, PhraseIds.WhyNothingOpen), around).End(EndingIds.Explained);
        }

        turn = turn.Say(new Reply { Text = question.Why, Phrase = PhraseIds.Why }).End(EndingIds.Explained);
        return turn.Conversation.Answers[id] is null ? turn.Ask(around, question) : Reask(turn, around);
    }

    private static Turn Resume(Turn turn, Surroundings around)
    {
        turn = turn.Say(around, PhraseIds.Resume);
        return (turn.Conversation.OpenQuestion is null && turn.Conversation.OpenOffer is null ? Agenda.Next(turn, around) : Reask(turn, around)).End(EndingIds.Asked);
    }

    private static Turn NoFigureYet(Turn turn, Surroundings around)
    {
        turn = turn.Say(around, PhraseIds.NoFigureYet).End(EndingIds.Answered);
        return turn.Conversation.IsInCrisis || !Estimating.MayBeOffered(turn.Conversation, around) ? Reask(turn, around) : turn.Offer(around, OfferIds.Estimate);
    }

    private static Turn AnotherDay(Turn turn, Surroundings around) =>
        turn.Remember(c => c with { Parked = turn.Message.Text, OpenQuestion = null, OpenOffer = null }).Say(around, PhraseIds.KeptForLater).End(EndingIds.Stopped);
}
