using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Answers what was asked from what was found, and offers to talk it through when somebody told us about themselves.</summary>
internal static class Answering
{
    /// <summary>Below this, an honest "I don't know" with a person offered.</summary>
    private const double Unsure = 0.30;

    /// <summary>From here on an answer is given without being asked for.</summary>
    private const double Sure = 0.55;

    /// <summary>Nobody who says "I'm not a carer" is made to be one.</summary>
    private static readonly ImmutableArray<string> CarerTopics = ["carers_assessment", "carers_emergency_plan", "young_carers"];

    /// <summary>Topics that this person should not be shown.</summary>
    public static ImmutableArray<string> Unwanted(Conversation conversation) => conversation.NotACarer ? CarerTopics : [];

    public static Turn Answer(Turn turn, MessageReading reading, Surroundings around)
    {
        var isStory = reading.Has(Intent.Telling) || reading.Facts.Length > 0;
        if (isStory)
        {
            turn = turn.Remember(c => c with { Told = c.Told.Add(turn.Message.Text) });
        }

        if (reading.Intents is [Intent.Agree or Intent.Decline or Intent.Answer] && turn.Conversation.OpenOffer is null)
        {
            return (turn.Conversation.Forms.IsEmpty && turn.Conversation.Finished.IsEmpty ? turn.Say(around, PhraseIds.WhatNow) : Agenda.Next(turn, around)).End(EndingIds.SmallTalk);
        }

        var found = Find(turn, turn.Message.Text, around);
        if (!reading.Has(Intent.Question) && !IsSure(found) && turn.Conversation.Told.Length > 0)
        {
            return GoOn(turn.Say(around, PhraseIds.Noted), isStory, around).End(EndingIds.Answered);
        }

        turn = Say(turn, found, around);
        return turn.Ending == EndingIds.OutOfScope ? Commands.Reask(turn, around) : GoOn(turn, isStory, around);
    }

    /// <summary>Answers one question, and leaves everything else as it was.</summary>
    public static Turn AnswerQuestion(Turn turn, string text, Surroundings around)
    {
        return Say(turn, Find(turn, text, around), around);
    }

    private static KnowledgeAnswer Find(Turn turn, string text, Surroundings around)
    {
        var conversation = turn.Conversation;
        return around.Knowledge.Ask(new KnowledgeQuestion(text, conversation.Place, around.Now, conversation.Topics) { Except = Unwanted(conversation) });
    }

    // Somebody who tells us something did not ask: they only get an answer that is surely theirs, never "which of these?".
    private static bool IsSure(KnowledgeAnswer found) => !found.IsOutOfScope && found.Confidence >= Sure;

    private static Turn Say(Turn turn, KnowledgeAnswer found, Surroundings around)
    {
        if (found.IsOutOfScope)
        {
            return turn.Say(around, PhraseIds.OutOfScope, ("who", found.WhoDoesThat ?? "")).End(EndingIds.OutOfScope);
        }

        if (found.Topics.IsEmpty || found.Confidence < Unsure || found.Passage is null && found.Services.IsEmpty)
        {
            return turn.Say(DidNotFind(turn, found, around)).End(EndingIds.NotFound);
        }

        var topic = found.Topics[0];
        turn = turn.Remember(c => c with { Topics = c.Topics.Remove(topic.Id).Insert(0, topic.Id) });
        return turn.Say(AnswerReply.For(found)).End(EndingIds.Answered);
    }

    private static Turn GoOn(Turn turn, bool isStory, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.OpenOffer is not null || conversation.OpenQuestion is not null)
        {
            return Commands.Reask(turn, around);
        }

        var mayOffer = conversation.Forms.IsEmpty && conversation.Finished.IsEmpty && !conversation.Offers.ContainsKey(OfferIds.FirstConversation);
        return mayOffer && (isStory || IsAboutGettingHelp(conversation, around)) ? turn.Offer(around, OfferIds.FirstConversation) : turn;
    }

    private static bool IsAboutGettingHelp(Conversation conversation, Surroundings around) =>
        conversation.Topics.Length > 0 && around.Content.Triage.TopicsThatOpenAConversation.Contains(conversation.Topics[0]);

    private static Reply DidNotFind(Turn turn, KnowledgeAnswer found, Surroundings around)
    {
        var reply = turn.Phrase(around, found.Topics.IsEmpty ? PhraseIds.DidNotFind : PhraseIds.DidYouMean);
        ImmutableArray<SuggestedAction> guesses = [.. found.Topics.Take(3).Select(topic => new SuggestedAction(topic.Title, topic.Title))];
        return reply with { Actions = [.. guesses, new SuggestedAction("Talk to a person", "Talk to a person")] };
    }
}
