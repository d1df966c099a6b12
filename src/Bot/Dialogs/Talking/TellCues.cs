using System.Collections.Immutable;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Triage.Cues;
using TransformingLives.Bot.Turns;
using TransformingLives.Knowledge;

namespace TransformingLives.Bot.Dialogs.Talking;

/// <summary>Tells what can help with what was said in passing: each thing once, and no more than a person can take in.</summary>
internal static class TellCues
{
    private const int Most = 2;
    private const int ByScreen = 2;
    private const int ByVoice = 1;

    /// <summary>What is new in this message, and has something to be told.</summary>
    public static Turn New(Turn turn, MessageReading reading, Surroundings around)
    {
        var fresh = turn.Cues.Where(cue => HasWords(cue, around) && !turn.Conversation.CuesTold.Contains(cue.Id) && IsWanted(turn, cue)).Take(Most).ToList();
        return fresh.Aggregate(turn, (current, cue) => Tell(current, cue, around)).EndIf(fresh.Count > 0, EndingIds.Answered);
    }

    /// <summary>A cue in a question answers it, unless something plainer was found; null when none does.</summary>
    public static Turn? AsAnswer(Turn turn, string question, KnowledgeAnswer found, bool isPlain, Surroundings around)
    {
        var here = FindCues.In(question, around.Cues, around.SafetyRules).Select(one => one.Cue).Where(cue => !cue.IsAnswer && HasWords(cue, around) && IsWanted(turn, cue)).ToList();
        if (here.Count == 0 || isPlain && here.Any(cue => cue.Topic == found.Topics[0].Id && turn.Conversation.CuesTold.Contains(cue.Id)))
        {
            return null;
        }

        return here.Take(Most).Where(cue => !turn.Replies.Any(reply => reply.Phrase == $"cue.{cue.Id}")).Aggregate(turn, (current, cue) => Tell(current, cue, around)).End(EndingIds.Answered);
    }

    private static Turn Tell(Turn turn, Cue cue, Surroundings around)
    {
        var conversation = turn.Conversation;
        var guide = cue.Topic.Length > 0 ? around.Knowledge.GuideFor(cue.Topic, around.Now) : null;
        var services = cue.Topic.Length > 0 ? around.Knowledge.ServicesFor(cue.Topic, conversation.Place, around.Now, conversation.SpeaksBy() == "voice" ? ByVoice : ByScreen, Answering.Unwanted(conversation), turn.Message.Text) : [];
        var reply = turn.Phrase(around, $"cue.{cue.Id}") with
        {
            Services = services,
            Sources = guide is null ? [] : [guide.Source],
            Details = guide is { Body.Length: > 0 } ? [new Detail($"More about this: {guide.Title}", [], guide.Body)] : [],
        };
        turn = Answering.Remember(turn.Say(reply), cue.Topic).Remember(c => c with { CuesTold = c.CuesTold.Contains(cue.Id) ? c.CuesTold : c.CuesTold.Add(cue.Id) });
        return services.IsEmpty && IsLocal(cue.Topic) && conversation.Place is { } place ? turn.Say(around, PhraseIds.NoneNear, ("place", place.Name)) : turn;
    }

    /// <summary>What is only of use nearby: "none in my list" is said, not passed over.</summary>
    public static bool IsLocal(string topic) => topic is "day_activities" or "community_transport" or "timebank_volunteering" or "respite" or "meals";

    private static bool HasWords(Cue cue, Surroundings around) => around.Content.Phrases.Has($"cue.{cue.Id}");

    // Nobody who isn't a carer in their own eyes is told about help for carers.
    private static bool IsWanted(Turn turn, Cue cue) => !Answering.Unwanted(turn.Conversation).Contains(cue.Topic) || cue.Topic.Length == 0;

    private static Turn EndIf(this Turn turn, bool isSo, string ending) => isSo ? turn.End(ending) : turn;
}
