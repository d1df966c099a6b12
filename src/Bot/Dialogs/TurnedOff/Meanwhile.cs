using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.TurnedOff;

/// <summary>What happens to a conversation while the assistant is off for it: what would ask something tells how things stand, and a promised check-in becomes a call by staff.</summary>
internal static class Meanwhile
{
    /// <summary>What becomes of the event's turn; null when it happens as always.</summary>
    public static Func<Turn, Turn>? Of(Turn before, ConversationEvent what, Surroundings around)
    {
        var channel = what is ConversationEvent.CarriesOn carriesOn ? carriesOn.Channel : before.Conversation.SpeaksBy();
        if (around.Switches.Of(channel) is not { } off)
        {
            return null;
        }

        return what switch
        {
            ConversationEvent.CheckInFallsDue => _ => RingThem(before),
            ConversationEvent.CarriesOn when before.Conversation.Floor != Floor.Officer => turn => turn with { Replies = [OffWords.For(off, PhraseIds.OffWelcome, around)] },
            ConversationEvent.OfficerGivesBack => turn => turn with { Replies = [.. turn.Replies.Take(1), OffWords.For(off, PhraseIds.OffWelcome, around)] },
            _ => null,
        };
    }

    // It was promised in a crisis: nobody may be left waiting for it, and nobody could answer what they say.
    private static Turn RingThem(Turn turn)
    {
        var alert = new CaseAlert(WorkId.For(turn, "check-in-off"), turn.Conversation.Id, ChosenWay.RingThem, "A check-in after a crisis is due, and the assistant is turned off. Ring them.", turn.Message.At);
        return turn.Do(new CaseWork.RaiseAlert(alert)).End(EndingIds.SwitchedOff);
    }
}
