using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.Remembering;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Commanding;

/// <summary>After a long silence: one gentle word and the question once more. Somebody in danger is stayed with; somebody with an officer is left to the officer.</summary>
internal static class Nudging
{
    public static Turn After(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        if (conversation.IsNudged || conversation.Floor == Floor.Officer)
        {
            return turn.End(EndingIds.Recorded);
        }

        turn = turn.Remember(c => c with { IsNudged = true }).Say(around, conversation.OpenConcerns().Count > 0 ? PhraseIds.NudgeInDanger : PhraseIds.Nudge);
        turn = conversation.Doubt is { } doubt ? GentleCheck.Repeat(turn, doubt, around) : Commands.Reask(turn, around);
        return RememberSaid.In(turn, around).End(EndingIds.SmallTalk);
    }
}
