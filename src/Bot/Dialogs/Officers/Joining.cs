using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Officers;

/// <summary>An officer takes the floor. The first does; the next is told who has it.</summary>
internal static class Joining
{
    public static EventDecision Join(Turn turn, Officer officer, Surroundings around)
    {
        if (turn.Conversation is { Floor: Floor.Officer, Handover.Officer: { } holder })
        {
            return new EventDecision.Refused(holder);
        }

        var handover = turn.Conversation.Handover ?? Queueing.New(turn, Queueing.SteppedIn, isDanger: false, around);
        turn = turn
            .Remember(c => c with { Floor = Floor.Officer, Handover = handover with { Officer = officer, JoinedAt = around.Now, NotBefore = null, For = null } })
            .Say(around, PhraseIds.OfficerJoined, ("officer", officer.Name));
        return new EventDecision.Happens(turn.End(EndingIds.OfficerJoined));
    }
}
