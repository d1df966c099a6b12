using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs;

/// <summary>A bug in reading or deciding: the message is kept, danger is still answered, numbers are given and staff are told.</summary>
internal static class FailedTurn
{
    public static Turn For(Turn screened, Surroundings around)
    {
        var alert = new CaseAlert(WorkId.For(screened, "failed"), screened.Conversation.Id, "failed", screened.Message.Text, screened.Message.At);
        var turn = screened.Do(new CaseWork.RaiseAlert(alert));
        return (Danger.Answer(turn, around) ?? turn.Say(around, PhraseIds.Failed)).End(EndingIds.Failed);
    }
}
