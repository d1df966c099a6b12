using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Officers;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs;

/// <summary>Danger comes before everything: the right help in the reply, an alert at the desk, and no form over it.</summary>
internal static class Danger
{
    /// <summary>Answers what the screening found; null when it found nothing.</summary>
    public static Turn? Answer(Turn turn, Surroundings around)
    {
        if (turn.Concerns.IsEmpty)
        {
            return null;
        }

        foreach (var concern in turn.Concerns)
        {
            var alert = new CaseAlert(WorkId.For(turn, concern.Kind.Code()), turn.Conversation.Id, concern.Kind.Code(), turn.Message.Text, turn.Message.At);
            turn = turn.Do(new CaseWork.RaiseAlert(alert))
                .Remember(c => c with { Concerns = c.Concerns.Add(new RaisedConcern(concern, turn.Message.At, IsOpen: true)) });
        }

        turn = turn.Alert(turn.Concerns[0].Kind.Code(), around);

        // An officer who has the floor is the person to talk to: then there is nothing to press.
        var reply = ConcernReplies.For(turn.Concerns, around.SafetyResponses, around.IsOpen);
        return turn
            .Say(turn.Conversation.Floor == Floor.Officer ? reply with { Actions = [] } : reply)
            .Remember(c => c with { OpenQuestion = null, OpenOffer = null })
            .End(EndingIds.Concern);
    }

    /// <summary>Stays with the person while a concern is open, and goes on only when they want to.</summary>
    public static Turn? FollowUp(Turn turn, Surroundings around)
    {
        var conversation = turn.Conversation;
        var open = conversation.Concerns.LastOrDefault(raised => raised.IsOpen);
        if (open is null)
        {
            return null;
        }

        var reading = turn.Reading!;
        if (reading.Has(Intent.Person))
        {
            return null;
        }

        if (reading.Has(Intent.Resume) || IsCarryOn(turn.Message.Text))
        {
            turn = turn.Remember(c => c with { Concerns = [.. c.Concerns.Select(raised => raised with { IsOpen = false })] })
                .Say(around, PhraseIds.CarryOnAfterConcern);
            return Agenda.Next(turn, around).End(EndingIds.Asked);
        }

        var reply = ConcernReplies.FollowUp(open.Concern, turn.Message.Text, conversation.Version, around.SafetyResponses, around.IsOpen);
        return turn.Say(reply with { Actions = [new("Carry on with what we were doing", CarryOn), new("Talk to a person", "Talk to a person")] }).End(EndingIds.ConcernFollowedUp);
    }

    private const string CarryOn = "Carry on with what we were doing";

    private static bool IsCarryOn(string text) => string.Equals(text.Trim(), CarryOn, StringComparison.OrdinalIgnoreCase);
}
