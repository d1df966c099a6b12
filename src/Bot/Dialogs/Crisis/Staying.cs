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
    private const int FollowUpsFirst = 2;
    private const string CarryOn = "Carry on with what we were doing";

    /// <summary>What is said while a concern is open; null when none is, or when a person is asked for.</summary>
    public static Turn? With(Turn turn, Surroundings around)
    {
        var open = turn.Conversation.Concerns.Where(raised => raised.IsOpen).OrderBy(raised => raised.Concern.Kind).FirstOrDefault();
        var reading = turn.Reading!;
        if (open is null || reading.Has(Intent.Person))
        {
            return null;
        }

        var kind = open.Concern.Kind;
        if (turn.Concerns.IsEmpty && IsGoingOn(turn, reading))
        {
            return GoOn(turn, reading, around);
        }

        if (turn.Concerns.IsEmpty && kind != ConcernKind.Emergency999 && ConcernReplies.IsTakenBack(kind, turn.Message.Text, around.SafetyResponses))
        {
            turn = Close(turn).Say(around, PhraseIds.ConcernTakenBack);
            return Talk.On(turn, reading, around);
        }

        if (turn.Concerns.IsEmpty && HasMovedOn(turn, reading, kind, around))
        {
            return Talk.On(Close(turn), reading, around);
        }

        turn = Keep(turn);
        var reply = ConcernReplies.FollowUp(kind, turn.Message.Text, turn.Conversation.SaidLately, around.SafetyResponses, Danger.Hours(around));
        return turn.Say(reply with { Actions = [new(CarryOn, CarryOn), new("Talk to a person", "Talk to a person")] }).End(EndingIds.ConcernFollowedUp);
    }

    private static bool IsGoingOn(Turn turn, MessageReading reading) =>
        reading.Has(Intent.Resume) || reading.Has(Intent.AnotherDay) || string.Equals(turn.Message.Text.Trim(), CarryOn, StringComparison.OrdinalIgnoreCase);

    // Help for somebody worn out is on its way. When they ask of something else, or talk of it for the third time, nobody is held back from it.
    private static bool HasMovedOn(Turn turn, MessageReading reading, ConcernKind kind, Surroundings around) =>
        kind == ConcernKind.CarerBreakdown && !Reach.IsGiven(reading) && !ConcernReplies.Fits(kind, turn.Message.Text, around.SafetyResponses)
        && (!reading.Questions.IsEmpty || turn.Conversation.SaidLately.Count(phrase => phrase.StartsWith("concern.carer_breakdown.", StringComparison.Ordinal)) >= FollowUpsFirst);

    private static Turn GoOn(Turn turn, MessageReading reading, Surroundings around)
    {
        turn = Close(turn);
        return reading.Has(Intent.AnotherDay)
            ? Commands.Obey(turn, reading, around)!
            : Agenda.Next(turn.Say(around, PhraseIds.CarryOnAfterConcern), around).End(EndingIds.Asked);
    }

    private static Turn Close(Turn turn) =>
        turn.Remember(c => c with { Concerns = [.. c.Concerns.Select(raised => raised with { IsOpen = false })] });

    // Every word is kept with what was sent: where they are, who is with them, what calms them.
    private static Turn Keep(Turn turn) => turn.Remember(c => c with
    {
        Told = c.Told.Add(turn.Message.Text),
        Facts = c.Facts.Add(new VolunteeredFact("told.urgent", new TextValue(turn.Message.Text), turn.Message.Text)),
        OpenQuestion = null,
        OpenOffer = null,
    });
}
