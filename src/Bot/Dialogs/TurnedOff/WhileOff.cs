using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Crisis;
using TransformingLives.Bot.Dialogs.Remembering;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.TurnedOff;

/// <summary>
/// A turn while an administrator has turned the assistant off for this person: danger is seen and answered as always, an officer who has the floor keeps it, and
/// everybody else is told what the council says. Nothing that was begun is touched, so that it goes on when the switch is on again.
/// </summary>
internal static class WhileOff
{
    /// <summary>The turn, when it is off for this person; the turn to go on with otherwise.</summary>
    public static (Turn Turn, bool IsDecided) Look(Turn turn, Surroundings around)
    {
        if (around.Switches.Of(turn.Message.Channel) is { } off)
        {
            return (Decide(turn, told => told.Say(OffWords.For(off, PhraseIds.OffTold, around)), around), true);
        }

        if (turn.Message.IsOverLimit)
        {
            return (Decide(turn, told => told.Say(around, PhraseIds.TooMany).End(EndingIds.TooMany), around), true);
        }

        return around.Switches.Pilot is null ? (turn, false) : PilotArea.Look(turn, around.Switches.Pilot, around);
    }

    /// <summary>The language model has no part in what this person says now.</summary>
    public static bool Is(Turn turn, Surroundings around) =>
        turn.Message.IsOverLimit || around.Switches.Of(turn.Message.Channel) is not null || (around.Switches.Pilot is { } pilot && !PilotArea.IsIn(turn.Conversation, pilot));

    /// <param name="tell">What is told when there is no danger.</param>
    public static Turn Decide(Turn turn, Func<Turn, Turn> tell, Surroundings around)
    {
        var before = turn.Conversation;
        turn = turn.Remember(c => c with { IsNudged = false });
        (turn, var danger) = Danger.Look(GentleCheck.Over(GentleCheck.Confirmed(turn)), around);
        var decided = danger is not null ? WithoutButtons(danger)
            : turn.Conversation.Floor == Floor.Officer ? turn.End(EndingIds.WithOfficer)
            : tell(StayedWith(turn, around) ?? turn).End(EndingIds.SwitchedOff);
        decided = GentleCheck.Ask(decided, before, around);
        return RememberSaid.In(CrisisHelp.AfterConcern(decided, around), around);
    }

    // Somebody whose danger is still open is stayed with; what would lead back into the conversation waits.
    private static Turn? StayedWith(Turn turn, Surroundings around) =>
        Staying.With(turn, around) is { Ending: EndingIds.ConcernFollowedUp } stayed ? WithoutButtons(stayed) : null;

    private static Turn WithoutButtons(Turn turn) => turn with { Replies = [.. turn.Replies.Select(reply => reply with { Actions = [] })] };
}
