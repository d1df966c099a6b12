using System.Diagnostics;
using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.TurnedOff;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>What an event does to a conversation: pure. Who has the floor is looked at here, on the state that is committed.</summary>
internal static class DecideEvent
{
    public static EventDecision Decide(Turn turn, ConversationEvent what, Surroundings around)
    {
        var decided = Decided(turn, what, around);
        return decided is EventDecision.Happens(var happens) && Meanwhile.Of(turn, what, around) is { } off ? Happens(off(happens)) : decided;
    }

    private static EventDecision Decided(Turn turn, ConversationEvent what, Surroundings around) => what switch
    {
        ConversationEvent.OfficerJoins(var officer) => Joining.Join(turn, officer, around),
        ConversationEvent.SupervisorStepsIn(var supervisor) => Happens(Joining.StepIn(turn, supervisor, around)),
        ConversationEvent.OfficerWhispers => Happens(turn.End(EndingIds.Whispered)),
        ConversationEvent.OfficerSays said => WithTheFloor(turn, said.Officer, () => turn.End(EndingIds.OfficerSaid)),
        ConversationEvent.OfficerTransfers passes => WithTheFloor(turn, passes.Officer, () => Leaving.Transfer(turn, passes, around)),
        ConversationEvent.OfficerGivesBack(var officer) => WithTheFloor(turn, officer, () => Leaving.GiveBack(turn, officer, around)),
        ConversationEvent.OfficerWrapsUp wrapsUp => WithTheFloor(turn, wrapsUp.Officer, () => Leaving.WrapUp(turn, wrapsUp, around)),
        ConversationEvent.OfficerPromisesCall call => WithTheFloor(turn, call.Officer, () => Leaving.PromiseCall(turn, call, around)),
        ConversationEvent.OfficerOffersTimes(var officer, var kind) => WithTheFloor(turn, officer, () => OfficerBookings.Offer(turn, kind, around)),
        ConversationEvent.OfficerBooks books => WithTheFloor(turn, books.Officer, () => OfficerBookings.Book(turn, books, around)),
        ConversationEvent.OfficerCancelsAppointment cancels => OfficerBookings.Cancel(turn, cancels, around) is { } cancelled ? Happens(cancelled) : Refused(turn),
        ConversationEvent.ReminderFallsDue(var id) => Reminding.Of(turn.Conversation, id, around.Now) is { } booked ? Happens(Reminding.Say(turn, booked, around)) : Refused(turn),
        ConversationEvent.OfficerIsGone gone => Leaving.IsStillThere(turn, gone) ? Happens(Leaving.Gone(turn, gone.Officer, around)) : Refused(turn),
        ConversationEvent.CheckInFallsDue => CheckingIn.IsWanted(turn.Conversation) ? Happens(CheckingIn.FallsDue(turn, around)) : Refused(turn),
        ConversationEvent.CarriesOn carriesOn => Happens(GoingOn.Here(turn, carriesOn, around)),
        ConversationEvent.ReferralMoves moves => Happens(ReferralNews.Tell(turn, moves, around)),
        ConversationEvent.WordsAreDue(var words) => turn.Conversation.Floor == Floor.Officer ? Refused(turn) : Happens(turn.Say(words).End(EndingIds.SaidWhenDue)),
        _ => throw new UnreachableException(),
    };

    private static EventDecision WithTheFloor(Turn turn, Officer officer, Func<Turn?> then) =>
        turn.Conversation is { Floor: Floor.Officer, Handover: { } handover } && handover.IsWith(officer) && then() is { } done ? Happens(done) : Refused(turn);

    private static EventDecision.Happens Happens(Turn turn) => new(turn);

    private static EventDecision.Refused Refused(Turn turn) => new(turn.Conversation.Handover?.Officer);
}
