using System.Collections.Immutable;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>Answers what was asked, from what was found and nothing else.</summary>
internal static class Answering
{
    private const int MostQuestions = 2;
    private const int FewWords = 4;

    /// <summary>Below this, an honest "I don't know" with a person offered.</summary>
    private const double Unsure = 0.30;

    /// <summary>From here on an answer is given without being asked for.</summary>
    private const double SureFrom = 0.55;

    /// <summary>From here on what was found counts more than what was picked up in passing.</summary>
    private const double PlainFrom = 0.75;

    /// <summary>Nobody who says "I'm not a carer" is made to be one.</summary>
    private static readonly ImmutableArray<string> CarerTopics = ["carers_assessment", "young_carers"];

    /// <summary>Topics that this person should not be shown.</summary>
    public static ImmutableArray<string> Unwanted(Conversation conversation) => conversation.NotACarer ? CarerTopics : [];

    /// <summary>Answers each question of the message, and gives the topics that they were about.</summary>
    public static (Turn Turn, ImmutableArray<string> Topics) Questions(Turn turn, MessageReading reading, Surroundings around)
    {
        var topics = ImmutableArray.CreateBuilder<string>();
        foreach (var question in reading.Questions.Take(MostQuestions))
        {
            var before = turn.Replies.Length;
            turn = Question(turn, question, around);
            if (turn.Replies.Length > before && turn.Ending == EndingIds.Answered && turn.Conversation.Topics.Length > 0)
            {
                topics.Add(turn.Conversation.Topics[0]);
            }
        }

        return (turn, topics.ToImmutable());
    }

    /// <summary>What is surely meant by words that ask nothing; null when it is only a guess. What was talked of before is meant again only when a few words name it plainly.</summary>
    public static KnowledgeAnswer? Sure(Turn turn, string text, Surroundings around) =>
        Find(turn, text, around) is { IsOutOfScope: false } found && found.Topics.Length > 0 && (turn.Conversation.Topics.Contains(found.Topics[0].Id) ? found.Confidence >= PlainFrom && Words.All(text).Length <= FewWords : found.Confidence >= SureFrom) ? found : null;

    /// <summary>The question is plainly about something that has nothing to do with danger.</summary>
    public static bool IsOrdinary(Turn turn, string question, Surroundings around) =>
        Find(turn, question, around) is { IsOutOfScope: false } found && found.Topics.Length > 0 && found.Confidence >= SureFrom && !around.SafetyRules.DangerousTopics.Contains(found.Topics[0].Id);

    /// <summary>Answers one question.</summary>
    public static Turn Question(Turn turn, string text, Surroundings around)
    {
        if (AboutTheBudget.Take(turn, text, isAsked: true, around) is { } budget)
        {
            return budget;
        }

        if (SetAnswers.For(turn, text, around) is { } set)
        {
            return set;
        }

        if (ServiceFollowUps.Take(turn, text, around) is { } others)
        {
            return others;
        }

        if ((FollowUps.InGuide(turn, text, around) ?? FollowUps.CostOf(turn, text, around)) is { } followed)
        {
            return followed;
        }

        var found = Find(turn, text, around);
        return TellCues.AsAnswer(turn, text, found, found.Confidence >= PlainFrom && !found.IsOutOfScope, around) ?? Say(turn, found, around, text);
    }

    /// <summary>Says what was found, or that nothing was.</summary>
    public static Turn Say(Turn turn, KnowledgeAnswer found, Surroundings around, string question = "")
    {
        if (found.IsOutOfScope)
        {
            return turn.Say(around, PhraseIds.OutOfScope, ("who", found.WhoDoesThat ?? "")).End(EndingIds.OutOfScope);
        }

        if (found.Topics.IsEmpty || found.Confidence < Unsure || found.Passage is null && found.Services.IsEmpty)
        {
            return turn.Say(DidNotFind(turn, found, around)).End(EndingIds.NotFound);
        }

        return Remember(turn, found.Topics[0].Id).Say(AnswerReply.For(found, question)).End(EndingIds.Answered);
    }

    /// <summary>The topic was talked about.</summary>
    public static Turn Remember(Turn turn, string topic) =>
        topic.Length == 0 ? turn : turn.Remember(c => c with { Topics = c.Topics.Remove(topic).Insert(0, topic) });

    private static KnowledgeAnswer Find(Turn turn, string text, Surroundings around)
    {
        var conversation = turn.Conversation;
        return around.Knowledge.Ask(new KnowledgeQuestion(text, conversation.Place, around.Now, conversation.Topics) { Except = Unwanted(conversation) });
    }

    private static Reply DidNotFind(Turn turn, KnowledgeAnswer found, Surroundings around)
    {
        var reply = turn.Phrase(around, found.Topics.IsEmpty ? PhraseIds.DidNotFind : PhraseIds.DidYouMean);
        ImmutableArray<SuggestedAction> guesses = [.. found.Topics.Take(3).Select(topic => new SuggestedAction(topic.Title, topic.Title))];
        return reply with { Actions = [.. guesses, new SuggestedAction("Talk to a person", "Talk to a person")] };
    }
}
