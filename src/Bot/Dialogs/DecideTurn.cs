using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Booking;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Dialogs.Chasing;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.Plans;
using TransformingLives.Bot.Dialogs.Remembering;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Dialogs.TurnedOff;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What a conversation does next: pure. The order of the list is the order in which things count.</summary>
internal static class DecideTurn
{
    public static Turn Decide(Turn turn, Surroundings around)
    {
        _ = turn.Reading ?? throw new InvalidOperationException("A turn is decided after it was read.");
        (turn, var isDecided) = WhileOff.Look(turn, around);
        return isDecided ? turn : Answer(turn, turn.Reading!, around);
    }

    private static Turn Answer(Turn turn, MessageReading reading, Surroundings around)
    {
        var before = turn.Conversation;
        turn = turn.Remember(c => c with { IsNudged = false }) with { FactsBefore = before.Facts.Length };
        turn = Contingency.IsBeingWritten(turn.Conversation) ? turn : RememberCues.From(RememberFacts.From(turn, around), around);
        var setsGoing = Contingency.SetsGoing(turn, around);
        turn = setsGoing ? Contingency.Heard(turn) : turn;
        (turn, var danger) = Danger.Look(GentleCheck.Over(GentleCheck.Confirmed(LeftAlone.Look(turn, around))), around);
        turn = turn.Conversation.Floor == Floor.Officer ? turn : MovingOn.From(turn, around);
        var decided = (setsGoing ? Contingency.SetGoing(turn, danger, around) : null)
            ?? danger
            ?? TakeTime.Chosen(turn, around)
            ?? OfficerHasTheFloor(turn)
            ?? FilesSent.Thank(turn, around)
            ?? GentleCheck.Denied(turn, before, around)
            ?? GentleCheck.Again(turn, before, around)
            ?? Staying.With(turn, around)
            ?? NumberToRing.Take(turn, reading, around)
            ?? ChangeBooked.Take(turn, around)
            ?? TakeTime.Answered(turn, reading, around)
            ?? OfferTimes.Asked(turn, around)
            ?? Chase.Take(turn, around)
            ?? GoingOn.Wanted(turn, around)
            ?? Commands.Obey(turn, reading, around)
            ?? Contingency.Take(turn, around)
            ?? FirstSupportPlan.Take(turn, around)
            ?? PlanTelling.Take(turn, around)
            ?? Talk.On(turn, reading, around);
        decided = GentleCheck.Ask(decided, before, around);
        decided = AboutThePlace.After(CrisisHelp.AfterConcern(decided, around), before, around);
        return RememberSaid.In(Amending.Sent(decided, before, around), around);
    }

    private static Turn? OfficerHasTheFloor(Turn turn) =>
        turn.Conversation.Floor == Floor.Officer ? turn.End(EndingIds.WithOfficer) : null;
}
