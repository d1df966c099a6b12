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

        return new EventDecision.Happens(Take(turn, officer, around).End(EndingIds.OfficerJoined));
    }

    /// <summary>A supervisor takes it, whoever has it.</summary>
    public static Turn StepIn(Turn turn, Officer supervisor, Surroundings around) => Take(turn, supervisor, around).End(EndingIds.SteppedIn);

    private static Turn Take(Turn turn, Officer officer, Surroundings around)
    {
        var handover = turn.Conversation.Handover ?? Queueing.New(turn, Queueing.SteppedIn, isDanger: false, around);
        return turn
            .Remember(c => c with { Floor = Floor.Officer, Handover = handover with { Officer = officer, JoinedAt = around.Now, NotBefore = null, For = null } })
            .Say(around, PhraseIds.OfficerJoined, ("officer", officer.Name));
    }
}
