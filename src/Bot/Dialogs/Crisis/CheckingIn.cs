using TransformingLives.Bot.Conversations;
using TransformingLives.Bot.Dialogs.CarryingOn;
using TransformingLives.Bot.Dialogs.Arranging;
using TransformingLives.Bot.Endings;
using TransformingLives.Bot.Forms;
using TransformingLives.Bot.Replies;
using TransformingLives.Bot.Turns;
using TransformingLives.CaseBridge.Outbox;

namespace TransformingLives.Bot.Dialogs.Crisis;

/// <summary>A check-in that falls due, and what its answer leads to. When things are better, the way back to ordinary local support is open (Cambridgeshire 2014, 2.6.3).</summary>
internal static class CheckingIn
{
    private const string Question = "check_in_how";

    /// <summary>The crisis is not over, and no officer is talking with them: we ask.</summary>
    public static bool IsWanted(Conversation conversation) => conversation.IsInCrisis && conversation.Floor != Floor.Officer;

    /// <summary>Asks how it is going. The duty team has the concern by now: the answer is for the check-in, and a new danger is a new concern.</summary>
    public static Turn FallsDue(Turn turn, Surroundings around)
    {
        turn = turn.Remember(c => OpenConcern.Closed(c) with { Answers = c.Answers.Without(Question), Passed = c.Passed.Remove(Question) });
        return Nudge(Agenda.Begin(turn, FormIds.CheckIn, around).Ask(around, around.Content.FindQuestion(Question)!), around).End(EndingIds.SaidWhenDue);
    }

    /// <summary>What the answer leads to.</summary>
    public static Turn Answered(Turn turn, Surroundings around)
    {
        switch ((turn.Conversation.Answers[Question]?.Value as ChoiceValue)?.Option)
        {
            case "better":
                return turn.Say(around, PhraseIds.CheckInBetter).Remember(Over);
            case "worse":
                var alert = new CaseAlert(WorkId.For(turn, "check-in-worse"), turn.Conversation.Id, "carer_breakdown", $"At the check-in: {turn.Message.Text}", turn.Message.At);
                return turn.Do(new CaseWork.RaiseAlert(alert)).Say(around, PhraseIds.CheckInWorse);
            default:
                return turn.Say(around, around.Now >= turn.Conversation.CheckInsUntil ? PhraseIds.CheckInSameLast : PhraseIds.CheckInSame);
        }
    }

    // A person who can go on again is no longer in a crisis: what would help from now on can be looked at.
    private static Conversation Over(Conversation conversation)
    {
        var coping = conversation.Answers["helper_coping"];
        return conversation with
        {
            Crisis = CrisisState.Over,
            Answers = (coping is { Value: ChoiceValue("cannot_go_on") }
                ? conversation.Answers.With(coping with { Value = new ChoiceValue("struggling"), Words = "better, at the check-in", Origin = AnswerOrigin.Changed })
                : conversation.Answers).Without(Plans.Contingency.HelperAway),
        };
    }

    // On the web nobody sees a question until they come back: a text tells them. Whoever texts is texted the question itself.
    private static Turn Nudge(Turn turn, Surroundings around)
    {
        var question = turn.Replies[^1];
        var text = question with { Short = question.Short.Replace("{council}", around.Content.Council.Name, StringComparison.Ordinal) };
        return ChosenWay.Bring(turn, "check-in-text", TextMessage.Of(text), turn.Phrase(around, PhraseIds.CheckInText).Text, "A check-in after a crisis is due, and they asked to be rung.", around);
    }
}
