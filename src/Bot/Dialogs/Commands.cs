using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What a resident can always say: back, change, why, skip, again, simpler, stop, start again, a person, an estimate.</summary>
internal static class Commands
{
    public static Turn? Obey(Turn turn, MessageReading reading, Surroundings around) => reading.Intents[0] switch
    {
        Intent.Person => AskForPerson.Ask(turn, around),
        Intent.Repeat => Repeat(turn, around),
        Intent.Simpler => Simpler(turn, around),
        Intent.Why => Why(turn, around),
        Intent.Back => Back(turn, around),
        Intent.Change => Change(turn, reading, around),
        Intent.Skip => Skip(turn, around),
        Intent.Stop or Intent.Goodbye => Stop(turn, around),
        Intent.StartAgain => StartAgain(turn, around),
        Intent.Resume => Agenda.Next(turn.Say(around, PhraseIds.Resume), around).End(EndingIds.Asked),
        Intent.Estimate => Estimating.Wanted(turn, around),
        Intent.Abuse => Reask(turn.Say(around, PhraseIds.Abuse), around).End(EndingIds.Abuse),
        Intent.Nonsense when turn.Conversation.OpenQuestion is null => turn.Say(around, PhraseIds.Nonsense).End(EndingIds.Unclear),
        Intent.Distress when reading.QuestionText.Length == 0 && turn.Conversation.OpenQuestion is null && turn.Conversation.OpenOffer is null
            => Distress(turn, around),
        Intent.Thanks when reading.Intents.Length == 1 => Reask(turn.Say(around, PhraseIds.Thanks), around).End(EndingIds.SmallTalk),
        Intent.Greeting when reading.Intents.Length == 1 => Reask(turn.Say(around, PhraseIds.Greeting), around).End(EndingIds.SmallTalk),
        _ => null,
    };

    /// <summary>Asks the open question again, word for word. An offer that stands under the last words already is not made twice running.</summary>
    public static Turn Reask(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return turn.Ask(around, question);
        }

        return conversation.OpenOffer is { } offer && (turn.Replies.IsEmpty || !WasJustMade(conversation, offer)) ? turn.Offer(around, offer) : turn;
    }

    private static bool WasJustMade(Conversation conversation, string offer) =>
        conversation.LastReplies.Any(reply => reply.Phrase == offer);

    private static Turn Repeat(Turn turn, Surroundings around) =>
        turn.Conversation.LastReplies.IsEmpty
            ? Reask(turn.Say(around, PhraseIds.NothingToRepeat), around).End(EndingIds.Repeated)
            : (turn with { Replies = turn.Replies.AddRange(turn.Conversation.LastReplies) }).End(EndingIds.Repeated);

    private static Turn Simpler(Turn turn, Surroundings around)
    {
        if (turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return turn.Say(around, PhraseIds.Simpler).Ask(around, question, simpler: true).End(EndingIds.Reworded);
        }

        var last = turn.Conversation.LastReplies.FirstOrDefault(reply => reply.Short.Length > 0) ?? turn.Conversation.LastReplies.FirstOrDefault();
        return last is null
            ? turn.Say(around, PhraseIds.NothingToRepeat).End(EndingIds.Reworded)
            : turn.Say(around, PhraseIds.Simpler).Say(last with { Text = last.Short.Length > 0 ? last.Short : last.Text, Details = [] }).End(EndingIds.Reworded);
    }

    private static Turn Why(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is { } id && around.Content.FindQuestion(id) is { } question
            ? turn.Say(new Replies.Reply { Text = question.Why, Phrase = PhraseIds.Why }).Ask(around, question).End(EndingIds.Explained)
            : Reask(turn.Say(around, PhraseIds.WhyNothingOpen), around).End(EndingIds.Explained);

    private static Turn Back(Turn turn, Surroundings around)
    {
        var asked = turn.Conversation.Asked;
        var at = turn.Conversation.OpenQuestion is { } open ? asked.IndexOf(open) : asked.Length;
        var before = at > 0 ? around.Content.FindQuestion(asked[at - 1]) : null;
        if (before is null)
        {
            return Reask(turn.Say(around, PhraseIds.NothingToGoBackTo), around).End(EndingIds.Asked);
        }

        return turn.Remember(c => c with { Asked = c.Asked.Remove(before.Id) })
            .Say(around, PhraseIds.Back).Ask(around, before).End(EndingIds.Asked);
    }

    private static Turn Change(Turn turn, MessageReading reading, Surroundings around)
    {
        if (reading.ChangeQuestion is { } id && around.Content.FindQuestion(id) is { } question)
        {
            return turn.Say(around, PhraseIds.Change).Ask(around, question).End(EndingIds.Asked);
        }

        return Summaries.Has(turn.Conversation, around)
            ? turn.Say(Summaries.Of(turn, around)).End(EndingIds.Asked)
            : Reask(turn.Say(around, PhraseIds.NothingToGoBackTo), around).End(EndingIds.Asked);
    }

    private static Turn Skip(Turn turn, Surroundings around)
    {
        if (turn.Conversation.OpenQuestion is not { } id || around.Content.FindQuestion(id) is not { } question)
        {
            return turn.Conversation.OpenOffer is { } offer
                ? Offers.Decline(turn, offer, around)
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

    private static Turn Stop(Turn turn, Surroundings around) =>
        turn.Say(around, PhraseIds.Stopped).End(EndingIds.Stopped);

    private static Turn StartAgain(Turn turn, Surroundings around)
    {
        var old = turn.Conversation;
        var anew = new Conversation
        {
            Id = old.Id,
            Version = old.Version,
            Channel = old.Channel,
            StartedAt = old.StartedAt,
            Concerns = old.Concerns,
            References = old.References,
            Floor = old.Floor,
            Handover = old.Handover,
            WrapUps = old.WrapUps,
        };
        return (turn with { Conversation = anew }).Say(around, PhraseIds.StartedAgain).End(EndingIds.StartedAgain);
    }

    private static Turn Distress(Turn turn, Surroundings around) =>
        turn.Say(around, PhraseIds.Distress).Offer(around, OfferIds.FirstConversation).End(EndingIds.Distress);
}
