using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>The resident asks for a person: into the queue, told how long it takes, and free to go on meanwhile.</summary>
internal static class AskForPerson
{
    public static Turn Ask(Turn turn, Surroundings around)
    {
        if (turn.Conversation.Floor == Floor.Waiting)
        {
            return GoOn(turn.Say(around, PhraseIds.PersonAlready, ("wait", WaitWords.For(turn, around))), around).End(EndingIds.PersonAskedFor);
        }

        var alert = new CaseAlert(WorkId.For(turn, "person"), turn.Conversation.Id, Queueing.AskedFor, turn.Message.Text, turn.Message.At);
        turn = turn.Do(new CaseWork.RaiseAlert(alert)).Wait(Queueing.AskedFor, around);
        turn = turn.Say(around, around.IsOpen ? PhraseIds.PersonInHours : PhraseIds.PersonOutOfHours, ("wait", WaitWords.For(turn, around)));
        return GoOn(turn, around).End(EndingIds.PersonAskedFor);
    }

    private static Turn GoOn(Turn turn, Surroundings around) =>
        turn.Conversation.OpenQuestion is null ? turn : Commands.Reask(turn.Say(around, PhraseIds.PersonMeanwhile), around);
}
