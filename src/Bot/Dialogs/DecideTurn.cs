using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Money;
using TransformingLives.Bot.Dialogs.Plans;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs;

/// <summary>What a conversation does next: pure. The order of the list is the order in which things count.</summary>
internal static class DecideTurn
{
    public static Turn Decide(Turn turn, Surroundings around)
    {
        var reading = turn.Reading ?? throw new InvalidOperationException("A turn is decided after it was read.");
        turn = RememberFacts.From(turn, around);
        var decided = Danger.Answer(turn, around)
            ?? OfficerHasTheFloor(turn)
            ?? FilesSent.Thank(turn, around)
            ?? Danger.FollowUp(turn, around)
            ?? Commands.Obey(turn, reading, around)
            ?? PlanTelling.Take(turn, around)
            ?? AboutTheBudget.Take(turn, around)
            ?? Offers.Take(turn, reading, around)
            ?? Asking.Take(turn, reading, around)
            ?? Answering.Answer(turn, reading, around);
        return decided.Remember(c => c with { LastReplies = decided.Replies.IsEmpty ? c.LastReplies : decided.Replies });
    }

    private static Turn? OfficerHasTheFloor(Turn turn) =>
        turn.Conversation.Floor == Floor.Officer ? turn.End(EndingIds.WithOfficer) : null;
}
