using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.CarryingOn;

/// <summary>Brings something to a person who is not here: by the way they chose, within the hours they chose.</summary>
internal static class ChosenWay
{
    /// <param name="name">Name of the work.</param>
    /// <param name="personal">What a number that is theirs may be told.</param>
    /// <param name="plain">What anybody may read: for a number that nobody has shown to be theirs; empty for nothing.</param>
    /// <param name="alert">What staff are told when the person chose to be rung; empty when that is not needed.</param>
    public static Turn Bring(Turn turn, string name, string personal, string plain, string alert, Surroundings around)
    {
        var conversation = turn.Conversation;
        var at = ContactHours.Of((conversation.Answers["contact_when"]?.Value as TextValue)?.Text, around.Content.Council).Next(around.Now);
        DateTimeOffset? later = at > around.Now ? at : null;
        switch (Reach.Way(conversation))
        {
            case "phone" when conversation.SpeaksBy() is not ("sms" or "whatsapp") && alert.Length > 0:
                var ring = new CaseAlert(WorkId.For(turn, $"{name}-ring"), conversation.Id, RingThem, $"{alert} {Reach.Phone(conversation)?.Printed()}".TrimEnd(), turn.Message.At);
                return turn.Do(new CaseWork.RaiseAlert(ring));
            case "email" or "letter":
                return turn;
        }

        if (Reach.Verified(conversation) is { } theirs)
        {
            return turn.Do(new CaseWork.SendText(WorkId.For(turn, name), conversation.Id, theirs, personal, later));
        }

        return Reach.Mobile(conversation) is { } number && plain.Length > 0
            ? turn.Do(new CaseWork.SendText(WorkId.For(turn, name), conversation.Id, number, plain, later) { IsPersonal = false })
            : turn;
    }

    /// <summary>Code of the alert that asks staff to ring.</summary>
    public const string RingThem = "ring_them";
}
