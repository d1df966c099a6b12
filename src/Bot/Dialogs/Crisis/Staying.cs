using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Dialogs.Commanding;
using TransformingLives.Bot.Dialogs.Talking;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Reading;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Safety;
using TransformingLives.Bot.Turns;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>Stays with the person while a concern is open: words that fit what is said, everything kept for whoever comes, and on with the rest only when they want to.</summary>
internal static class Staying
{
    private const string CarryOn = "Carry on with what we were doing";

    /// <summary>What is said while a concern is open; null when none is, or when a person is asked for.</summary>
    public static Turn? With(Turn turn, Surroundings around)
    {
        var reading = turn.Reading!;
        if (OpenConcern.Of(turn.Conversation) is not { } kind || reading.Has(Intent.Person))
        {
            return null;
        }

        if (turn.Concerns.IsEmpty && IsGoingOn(turn, reading))
        {
            return GoOn(turn, reading, around);
        }

        if (turn.Concerns.IsEmpty && ConcernReplies.IsTakenBack(kind, turn.Message.Text, around.SafetyResponses))
        {
            turn = turn.Remember(OpenConcern.Closed);
            return Talk.On(turn.Say(around, kind == ConcernKind.Emergency999 ? PhraseIds.CarryOnAfterConcern : PhraseIds.ConcernTakenBack), reading, around);
        }

        turn = Keep(turn);
        turn = turn.Concerns.IsEmpty && ConcernReplies.IsOver(kind, turn.Message.Text, around.SafetyResponses) ? turn.Remember(c => OpenConcern.Closed(c, kind)) : turn;
        var reply = ConcernReplies.FollowUp(kind, turn.Message.Text, turn.Conversation.SaidLately, around.SafetyResponses, Danger.Hours(around));
        return turn.Say(reply with { Actions = [new(CarryOn, CarryOn), new("Talk to a person", "Talk to a person")] }).End(EndingIds.ConcernFollowedUp);
    }

    private static bool IsGoingOn(Turn turn, MessageReading reading) =>
        reading.Has(Intent.Resume) || reading.Has(Intent.AnotherDay) || string.Equals(turn.Message.Text.Trim(), CarryOn, StringComparison.OrdinalIgnoreCase);

    private static Turn GoOn(Turn turn, MessageReading reading, Surroundings around)
    {
        turn = turn.Remember(OpenConcern.Closed);
        return reading.Has(Intent.AnotherDay)
            ? Commands.Obey(turn, reading, around)!
            : Agenda.Next(turn.Say(around, PhraseIds.CarryOnAfterConcern), around).End(EndingIds.Asked);
    }

    // Every word is kept with what was sent: where they are, who is with them, what calms them.
    private static Turn Keep(Turn turn) => turn.Remember(c => c with
    {
        Told = c.Told.Add(turn.Message.Text),
        Facts = c.Facts.Add(new VolunteeredFact("told.urgent", new TextValue(turn.Message.Text), turn.Message.Text)),
        OpenQuestion = null,
        OpenOffer = null,
    });
}
